"use client";
import Link from "next/link";
import type { QueueStatus } from "#lib/contract/queue-status.ts";
import { count, money, plural } from "#lib/format/number.ts";
import { duration, relativeTime } from "#lib/format/time.ts";
import { isAlive } from "#lib/queries/operations.ts";
import { ErrorLine } from "../ui/error-state.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { useNow } from "../ui/time.tsx";

type Props = { queue: QueueStatus | undefined; error: unknown; costToday: number | undefined };

/** The machinery, in one quiet line. */
export function Machinery({ queue, error, costToday }: Props) {
  const now = useNow(10);
  if (error && !queue) return <ErrorLine error={error} />;
  if (!queue) return null;
  const depth = queue.depth.total;
  return (
    <section aria-label="Workers and queue" className="flex flex-wrap items-center gap-x-8 gap-y-2 text-ink-soft">
      <div className="flex items-center gap-2">
        {queue.workers.length === 0 ? (
          <span className="flex items-center gap-2 text-bad">
            <FamilyMark family="bad" /> No worker
          </span>
        ) : (
          <>
            <span>{plural(queue.workers.length, "worker")}</span>
            <ul className="flex gap-1">
              {queue.workers.map((worker) => {
                const alive = isAlive(worker, now);
                return (
                  <li
                    key={worker.id}
                    title={`${worker.id}, heard ${relativeTime(worker.last_heartbeat, now)}`}
                    suppressHydrationWarning
                  >
                    <FamilyMark family={alive ? "good" : "bad"} />
                    <span className="sr-only">{`${worker.id} ${alive ? "is running" : "is silent"}`}</span>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
      <Link href="/queue?status=queued" className="tabular hover:text-ink">
        Queue {count(depth)}
        {depth > 0 && queue.oldest_wait_seconds !== null ? `, the oldest ${duration(queue.oldest_wait_seconds)}` : ""}
      </Link>
      {costToday === undefined ? null : (
        <Link
          href={`/queue?when=spent&from=${new Date(now).toISOString().slice(0, 10)}`}
          className="tabular hover:text-ink"
          suppressHydrationWarning
        >
          Spent today {money(costToday)}
        </Link>
      )}
    </section>
  );
}
