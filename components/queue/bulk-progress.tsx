"use client";
import { count } from "#lib/format/number.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import type { BulkRun } from "./use-bulk-run.ts";

type Props = {
  run: BulkRun;
  label: string;
  running: boolean;
  error: unknown;
  onGoOn: () => void;
  onDrop: () => void;
};

/** How far an action on many is; where it stopped, the way on. */
export function BulkProgress({ run, label, running, error, onGoOn, onDrop }: Props) {
  const done = run.of - run.waiting.length;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {error ? <ErrorLine error={error} /> : null}
      <span role="status" className="tabular">
        {running ? "" : `${label}: stopped at `}
        {`${count(done)} of ${count(run.of)}`}
      </span>
      <ProgressBar value={(done / run.of) * 100} label="Bulk action" className="w-40" />
      {running ? null : (
        <>
          <Button look="primary" onClick={onGoOn}>
            Go on
          </Button>
          <Button look="quiet" onClick={onDrop}>
            Leave the rest
          </Button>
        </>
      )}
    </div>
  );
}
