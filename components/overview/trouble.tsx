"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { count } from "#lib/format/number.ts";
import { latestFailuresQuery, listedTasks, taskListQuery } from "#lib/queries/tasks.ts";
import { Panel } from "../ui/panel.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";

type Props = {
  failed: number;
  held: number;
  rejected: number;
  /** Undefined as long as nobody knows. */
  workers: number | undefined;
};

/** What keeps work from being made, the latest failures with their reasons, and what was rejected and lies there. */
export function Trouble({ failed, held, rejected, workers }: Props) {
  const list = useInfiniteQuery({ ...latestFailuresQuery(), enabled: failed > 0 });
  const tasks = listedTasks(list.data).filter((task) => task.state === "failed");
  return (
    <Panel
      title="Trouble"
      aside={
        failed > 0 ? (
          <Link href="/queue?status=failed" className="tabular hover:text-ink">
            {count(failed)} failed
          </Link>
        ) : null
      }
    >
      {workers === 0 ? <NoWorker /> : null}
      {held > 0 ? <Held number={held} /> : null}
      {failed === 0 && held === 0 && workers !== 0 ? <p className="p-4 text-ink-soft">Nothing has failed.</p> : null}
      <ul className="py-1">
        {tasks.slice(0, 3).map((task) => (
          <li key={task.task_id}>
            <Link
              href={`/queue/${encodeURIComponent(task.task_id)}`}
              className="flex gap-2 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <FamilyMark family="bad" className="mt-[3px]" />
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-3">
                  <span className="truncate">{task.title}</span>
                  <Time at={task.updated_at} className="shrink-0 text-ink-faint" />
                </span>
                <span className="line-clamp-2 text-ink-soft">{task.error_message}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rejected > 0 ? (
        <Link
          href="/queue?status=rejected"
          className="flex h-9 items-center justify-between px-4 text-ink-soft hover:bg-hover"
        >
          Rejected, not sent in again
          <span className="tabular">{count(rejected)}</span>
        </Link>
      ) : null}
    </Panel>
  );
}

function NoWorker() {
  return (
    <div role="alert" className="flex gap-2 border-b border-line bg-bad-soft px-4 py-3">
      <FamilyMark family="bad" className="mt-[3px]" />
      <p>
        <span className="block font-strong">No worker is running</span>
        Nothing is made until one is:{" "}
        <code className="font-mono text-small whitespace-nowrap">npm start -- --worker</code>
      </p>
    </div>
  );
}

/** Why, in the words of the one that was held last: they nearly always are held for the same. */
function Held({ number }: { number: number }) {
  const filters = { status: ["on_hold"], sort_by: "updated_at", sort_order: "desc" } as const;
  const list = useInfiniteQuery(taskListQuery(filters, 1));
  const reason = listedTasks(list.data)[0]?.hold_reason;
  return (
    <Link
      href="/queue?status=on_hold"
      className="flex gap-2 border-b border-line px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <FamilyMark family="stopped" className="mt-[3px]" />
      <span className="min-w-0">
        <span className="block">{count(number)} on hold</span>
        {reason ? <span className="line-clamp-2 text-ink-soft">{reason}</span> : null}
      </span>
    </Link>
  );
}
