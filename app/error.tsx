"use client";
import { ErrorState } from "#components/ui/error-state.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const shown = error.digest ? new Error(`The server could not make this page (${error.digest}).`) : error;
  return (
    <main className="flex min-h-dvh items-center">
      <ErrorState error={shown} what="This page failed" onRetry={reset} />
    </main>
  );
}
