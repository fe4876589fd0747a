"use client";
import "./globals.css";
import { PageFailure } from "#components/ui/page-failure.tsx";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh items-center">
          <PageFailure message={error.message} what="The hub could not be shown" onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
