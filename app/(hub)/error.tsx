"use client";
import { PageFailure } from "#components/ui/page-failure.tsx";

export default function HubError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure message={error.message} what="This screen failed" onRetry={reset} />;
}
