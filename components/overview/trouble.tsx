"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { count } from "#lib/format/number.ts";
import { listedTasks, taskListQuery } from "#lib/queries/tasks.ts";
import { Panel } from "../ui/panel.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";

/** The latest failures with their reasons, and what was rejected and lies there. */
export function Trouble({ failed, rejected }: { failed: number; rejected: number }) {
  const list = useInfiniteQuery({
    ...taskListQuery({ status: ["failed"], sort_by: "updated_at", sort_order: "desc" }, 5),
    enabled: failed > 0,
  });
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
      {failed === 0 ? <p className="p-4 text-ink-soft">Nothing has failed.</p> : null}
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
