"use client";

type Props = { what: string; message: string; onRetry: () => void };

/**
 * Stands where a whole page failed. Every page carries it from the start, and must show it when other parts could not be
 * loaded: so it imports nothing.
 */
export function PageFailure({ what, message, onRetry }: Props) {
  return (
    <div role="alert" className="mx-auto flex max-w-120 flex-col items-start gap-3 px-4 py-12">
      <h2 className="text-body">{what}</h2>
      <p className="text-ink-soft">{message}</p>
      <button
        type="button"
        onClick={onRetry}
        className="inline-flex h-8 items-center rounded-md border border-line-strong/60 bg-surface px-3 hover:bg-hover max-sm:h-11"
      >
        Try again
      </button>
    </div>
  );
}
