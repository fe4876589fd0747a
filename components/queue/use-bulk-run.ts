"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import { type BulkItem, type BulkOptions, type BulkVerb, bulkSize, runBatch } from "#lib/queries/bulk.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { useStoredRun } from "./use-stored-run.ts";

/** An action on many tasks, as far as it is; kept in this browser until it is finished or dropped. */
export type BulkRun = {
  id: string;
  verb: BulkVerb;
  options: BulkOptions;
  waiting: BulkItem[];
  of: number;
  done: BulkItem[];
  /** Of those done, how many are not yet what they should become: an approval that waits for another. */
  unfinished?: number;
  failures: { item: BulkItem; error: string }[];
};

const noFailures: BulkRun["failures"] = [];

/**
 * Carries an action out in hundreds; what the page left unfinished can go on. What was refused is kept until it was
 * read: by then the list may show none of these tasks any more.
 */
export function useBulkRun(onFinished: (run: BulkRun) => void) {
  const client = useQueryClient();
  const [stored, store] = useStoredRun();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const gone = useRef(false);
  const stopped = useRef(false);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const close = useCallback(
    (run: BulkRun) => {
      store(run.failures.length > 0 ? JSON.stringify(run) : "");
      finished.current(run);
    },
    [store],
  );
  const carryOn = useCallback(
    async (run: BulkRun) => {
      setRunning(true);
      setError(null);
      stopped.current = false;
      let now = run;
      try {
        while (now.waiting.length > 0 && !gone.current && !stopped.current) {
          now = await nextBatch(now);
          store(JSON.stringify(now));
        }
        if (now.waiting.length === 0) close(now);
      } catch (failed) {
        setError(failed);
      } finally {
        setRunning(false);
        void client.invalidateQueries({ queryKey: taskKeys.all });
        void client.invalidateQueries({ queryKey: ["groups"] });
      }
    },
    [client, store, close],
  );
  const run = readRun(stored);
  const isOver = run?.waiting.length === 0;
  return {
    run: isOver ? null : run,
    failures: isOver ? run.failures : noFailures,
    running,
    error,
    start: (verb: BulkVerb, items: readonly BulkItem[], options: BulkOptions = {}) => {
      const waiting = items.map(({ task_id, title, state, revision_sha256 }) => ({
        ...{ task_id, state, revision_sha256 },
        title: title.slice(0, 80),
      }));
      const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
      const run: BulkRun = { id, verb, options, waiting, of: waiting.length, done: [], failures: [] };
      store(JSON.stringify(run));
      void carryOn(run);
    },
    /** After the hundred that is under way. */
    stop: () => {
      stopped.current = true;
    },
    goOn: (run: BulkRun) => void carryOn(run),
    /** What was done until then is told as if it had been all. */
    drop: (run: BulkRun) => close({ ...run, waiting: [] }),
    forget: () => store(""),
  };
}

async function nextBatch(run: BulkRun): Promise<BulkRun> {
  const batch = run.waiting.slice(0, bulkSize);
  const key = `bulk-${run.id}-${run.of - run.waiting.length}`;
  const outcomes = await runBatch(run.verb, batch, { ...run.options, key }).catch(async (refused: unknown) => {
    // Too many at once, or the batch that the page left is still at work.
    const passing = refused instanceof ApiError && (refused.status === 429 || refused.code === "IDEMPOTENCY_IN_FLIGHT");
    if (!passing) throw refused;
    await new Promise((resolve) => setTimeout(resolve, (refused.retryAfter ?? 2) * 1000));
    return null;
  });
  if (outcomes === null) return run;
  return {
    ...run,
    waiting: run.waiting.slice(bulkSize),
    done: [...run.done, ...outcomes.flatMap(({ item, error }) => (error === null ? [item] : []))],
    unfinished: (run.unfinished ?? 0) + outcomes.filter(({ remark }) => remark).length,
    failures: [...run.failures, ...outcomes.flatMap(({ item, error }) => (error === null ? [] : [{ item, error }]))],
  };
}

function readRun(text: string): BulkRun | null {
  try {
    // Only useBulkRun writes this key, always with this shape.
    return text === "" ? null : (JSON.parse(text) as BulkRun);
  } catch {
    return null;
  }
}
