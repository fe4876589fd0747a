"use client";
import { PageFailure } from "#components/ui/page-failure.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const message = error.digest ? `The server could not make this page (${error.digest}).` : error.message;
  return (
    <main className="flex min-h-dvh items-center">
      <PageFailure message={message} what="This page failed" onRetry={reset} />
    </main>
  );
}
