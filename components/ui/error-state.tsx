"use client";
import { ApiError, errorMessage } from "#lib/api-client.ts";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { FamilyMark } from "./status-mark.tsx";

type Props = { error: unknown; what: string; onRetry?: () => void };

/** What failed, why, what to do, and the id that finds it in the log. */
export function ErrorState({ error, what, onRetry }: Props) {
  const requestId = error instanceof ApiError ? error.requestId : null;
  const isOurs = error instanceof ApiError && error.status >= 500;
  return (
    <div role="alert" className="mx-auto flex max-w-120 flex-col items-start gap-3 px-4 py-12">
      <h2 className="flex items-center gap-2 text-body">
        <FamilyMark family="bad" />
        {what}
      </h2>
      <p className="text-ink-soft">{errorMessage(error)}</p>
      {isOurs && requestId ? (
        <p className="text-ink-soft">Where trying again does not help, this id leads to the cause in the hub's log.</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
        {requestId ? (
          <span className="flex items-center gap-1 text-small text-ink-faint">
            Request <code className="font-mono">{requestId}</code>
            <CopyButton text={requestId} label="Copy the request id" />
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** One line where a whole panel would be too much. */
export function ErrorLine({ error }: { error: unknown }) {
  return (
    <p role="alert" className="flex items-start gap-2 text-bad">
      <FamilyMark family="bad" className="mt-[3px]" />
      {errorMessage(error)}
    </p>
  );
}
