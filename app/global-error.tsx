"use client";
import "./globals.css";
import { ErrorState } from "#components/ui/error-state.tsx";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh items-center">
          <ErrorState error={error} what="The hub could not be shown" onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
