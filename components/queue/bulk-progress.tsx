"use client";
import { useRef } from "react";
import { count } from "#lib/format/number.ts";
import { duration } from "#lib/format/time.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import type { BulkRun } from "./use-bulk-run.ts";

type Props = {
  run: BulkRun;
  /** "Approving" */
  doing: string;
  running: boolean;
  error: unknown;
  onStop: () => void;
  onGoOn: () => void;
  onDrop: () => void;
};

/** How far an action on many is and how long it will take; where it stopped, the way on. */
export function BulkProgress({ run, doing, running, error, onStop, onGoOn, onDrop }: Props) {
  const done = run.of - run.waiting.length;
  const began = useRef({ id: "", at: 0, done: 0 });
  if (began.current.id !== run.id) began.current = { id: run.id, at: performance.now(), done };
  const since = done - began.current.done;
  const left = since > 0 ? ((performance.now() - began.current.at) / 1000 / since) * run.waiting.length : null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {error ? <ErrorLine error={error} /> : null}
      <span role="status" className="tabular">
        {running ? `${doing}: ` : `${doing} stopped at `}
        {`${count(done)} of ${count(run.of)}`}
        {running && left !== null ? (
          <span className="text-ink-soft">, about {duration(Math.max(1, Math.round(left)))} left</span>
        ) : null}
      </span>
      <ProgressBar value={(done / run.of) * 100} label="Bulk action" className="w-40" />
      {running ? (
        <Button look="quiet" onClick={onStop}>
          Stop
        </Button>
      ) : (
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
