export default function QuizNotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-120 flex-col justify-center px-4">
      <h1 className="text-display">There is no quiz here</h1>
      <p className="mt-2 text-body text-ink-soft">
        The address may be wrong, or the quiz is not out, or no longer. Whoever sent it knows more.
      </p>
    </main>
  );
}
