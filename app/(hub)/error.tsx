"use client";
import { ErrorState } from "#components/ui/error-state.tsx";

export default function HubError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState error={error} what="This screen failed" onRetry={reset} />;
}
