"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { clock } from "#lib/format/time.ts";
import { listedTasks, runningQuery } from "#lib/queries/tasks.ts";
import { useArrivals } from "../live/use-arrivals.ts";
import { WritingLine } from "../live/written-so-far.tsx";
import { Panel } from "../ui/panel.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { useNow } from "../ui/time.tsx";

/** @param total all that run, of which the newest are shown */
export function RunningNow({ total }: { total: number }) {
  const client = useQueryClient();
  const list = useInfiniteQuery(runningQuery());
  const listed = listedTasks(list.data);
  const running = listed.filter((task) => task.state === "generating");
  const now = useNow(1);
  // Nobody reads here in order, so what starts comes in at once.
  const arrivals = useArrivals(listed, (task) => task.state === "generating");
  if (arrivals.count > 0 && !list.isFetching)
    queueMicrotask(() => void client.invalidateQueries({ queryKey: runningQuery().queryKey }));
  return (
    <Panel
      title="Running now"
      aside={
        running.length > 0 ? (
          <Link href="/queue?status=generating" className="tabular hover:text-ink">
            {Math.max(total, running.length)} <span className="sr-only">running: show them in the queue</span>
          </Link>
        ) : null
      }
    >
      {list.isPending ? <SkeletonLines lines={3} /> : null}
      {list.data && running.length === 0 ? <p className="p-4 text-ink-soft">Nothing is being made right now.</p> : null}
      <ul className="py-1">
        {running.slice(0, 6).map((task) => (
          <li key={task.task_id}>
            <Link
              href={`/queue/${encodeURIComponent(task.task_id)}`}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="truncate">{task.title}</span>
              <span className="tabular text-ink-faint" suppressHydrationWarning>
                {task.started_at ? clock((now - Date.parse(task.started_at)) / 1000) : ""}
              </span>
              <ProgressBar value={task.progress} label={`Progress of ${task.title}`} className="col-span-2" />
              <span className="col-span-2 truncate text-small text-ink-soft tabular">
                {task.message || task.phase || "Starting"}
              </span>
              <WritingLine task={task} className="col-span-2 text-small" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
