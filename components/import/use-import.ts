"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";
import { type Faults, type ImportJob, type ImportRow, isFaulty, repeatedIds, rowReader } from "./import-job.ts";
import { loadJob, storeJob } from "./import-store.ts";
import { sendRows } from "./send-rows.ts";

const storeAfterMs = 400;
const noFaults: Faults = {};
const noneRepeated: ReadonlyMap<number, number> = new Map();

/** The import at hand: kept in this browser, and sending goes on where it was when the page comes back. */
export function useImport(types: readonly TaskTypeInfo[]) {
  const { account } = useSession();
  const client = useQueryClient();
  const [job, setJob] = useState<ImportJob | null | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  const [waits, setWaits] = useState(0);
  const latest = useRef(job);
  latest.current = job;

  useEffect(() => {
    // Without storage an import lasts as long as the page.
    void loadJob(account.id).then(setJob, () => setJob(null));
  }, [account.id]);
  useEffect(() => {
    if (job === undefined) return;
    // While it is sent, what has gone is written down at once: the page may be closed the next moment.
    const timer = setTimeout(() => void storeJob(account.id, job).catch(() => {}), job?.sending ? 0 : storeAfterMs);
    return () => clearTimeout(timer);
  }, [account.id, job]);

  const { id, mapping, type, group } = job ?? {};
  const reader = useMemo(
    () => (id && mapping ? rowReader({ id, mapping, type: type ?? "", group: group ?? "" }, types) : null),
    [id, mapping, type, group, types],
  );
  const change = useCallback((next: (job: ImportJob) => ImportJob) => setJob((now) => (now ? next(now) : now)), []);
  const changeRows = useCallback(
    (indexes: readonly number[], next: (row: ImportRow) => ImportRow) => {
      const chosen = new Set(indexes);
      change((now) => ({ ...now, rows: now.rows.map((row, index) => (chosen.has(index) ? next(row) : row)) }));
    },
    [change],
  );

  const rows = job?.rows;
  const repeated = useMemo(() => (rows && mapping ? repeatedIds(rows, mapping) : noneRepeated), [rows, mapping]);
  const faultsAt = useCallback(
    (index: number): Faults => {
      const row = rows?.[index];
      if (!row || !reader || row.sent) return noFaults;
      const earlier = repeated.get(index);
      const own = reader.faultsOf(row);
      return earlier === undefined ? own : { ...own, task_id: `is that of row ${earlier + 1} too` };
    },
    [rows, reader, repeated],
  );
  const latestFaults = useRef(faultsAt);
  latestFaults.current = faultsAt;

  const sending = job?.sending === true && reader !== null;
  useEffect(() => {
    const now = latest.current;
    if (!sending || !now || !reader) return;
    const stop = new AbortController();
    const ready = now.rows.flatMap((row, index) =>
      row.sent || isFaulty(latestFaults.current(index)) ? [] : [{ index, task: reader.taskOf(row, index) }],
    );
    sendRows(now.id, ready, {
      signal: stop.signal,
      onWait: setWaits,
      onSent: (indexes) => {
        setWaits(0);
        changeRows(indexes, (row) => ({ ...row, sent: true }));
      },
      onRefused: (index, refused) => changeRows([index], (row) => ({ ...row, refused })),
    })
      .catch(setError)
      .finally(() => {
        if (stop.signal.aborted) return;
        change((before) => ({ ...before, sending: false }));
        void client.invalidateQueries({ queryKey: taskKeys.all });
        void client.invalidateQueries({ queryKey: ["groups"] });
      });
    return () => stop.abort();
  }, [sending, reader, change, changeRows, client]);

  return {
    job,
    faultsAt,
    error,
    waits,
    setJob,
    change,
    setCell: (index: number, column: number, text: string) =>
      changeRows([index], ({ cells, sent }) => ({ cells: cells.with(column, text), sent })),
    send: () => {
      setError(null);
      change((now) => ({ ...now, sending: true }));
    },
    stop: () => change((now) => ({ ...now, sending: false })),
  };
}

export type Import = ReturnType<typeof useImport>;
