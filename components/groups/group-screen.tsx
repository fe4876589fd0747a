"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useMemo, useState } from "react";
import { count, plural, score } from "#lib/format/number.ts";
import { groupQuery } from "#lib/queries/operations.ts";
import { groupTasksQuery, listedTasks } from "#lib/queries/tasks.ts";
import { useSelection } from "../queue/use-selection.ts";
import { useStoredRun } from "../queue/use-stored-run.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { useStoredState } from "../shell/stored-state.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Money } from "../ui/money.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { ContactSheet } from "./contact-sheet.tsx";
import { FinishEstimate } from "./finish-estimate.tsx";
import { StatusCountList, StatusStrip } from "./status-strip.tsx";

const SelectionBar = dynamic(() => import("../queue/selection-bar.tsx").then((module) => module.SelectionBar), {
  ssr: false,
});

/** One batch: how far it is, and every item's own face. */
export function GroupScreen({ id }: { id: string }) {
  const group = useQuery(groupQuery(id));
  const list = useInfiniteQuery(groupTasksQuery(id));
  const tasks = useMemo(() => listedTasks(list.data), [list.data]);
  const selection = useSelection(useMemo(() => tasks.map((task) => task.task_id), [tasks]));
  const marked = tasks.filter((task) => selection.selected.has(task.task_id));
  const [size, setSize] = useStoredState("contact-size", "240");
  const [now] = useState(() => Date.now());
  const [unfinished] = useStoredRun();
  const waiting = group.data?.counts.awaiting_approval ?? 0;
  return (
    <div className="flex flex-1 flex-col">
      <PageHeader title={id}>
        <label className={clsx("flex items-center gap-2 text-ink-soft max-sm:hidden", tasks.length === 0 && "hidden")}>
          Size
          <input
            type="range"
            min={160}
            max={400}
            step={20}
            value={size}
            onChange={(event) => setSize(event.target.value)}
            className="w-28 accent-accent"
          />
        </label>
        {waiting > 0 ? (
          <Link href={`/review?group=${encodeURIComponent(id)}`} className={buttonClass("primary")}>
            Review {count(waiting)}
          </Link>
        ) : null}
      </PageHeader>
      {group.data ? (
        <section aria-label="Progress" className="flex flex-col gap-3 border-b border-line px-6 py-4 max-sm:px-4">
          <StatusStrip counts={group.data.counts} className="h-2!" />
          <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
            <StatusCountList counts={group.data.counts} />
            <p className="tabular flex flex-wrap gap-x-6 text-ink-soft sm:ml-auto">
              <span>{plural(group.data.total, "task")}</span>
              <span>{Math.round(group.data.progress)} % made</span>
              {group.data.quality_score === null ? null : <span>quality {score(group.data.quality_score)}</span>}
              <Money value={group.data.total_cost} />
              <FinishEstimate group={group.data} />
              <span suppressHydrationWarning>
                active <Time at={group.data.last_activity ?? new Date(now).toISOString()} />
              </span>
            </p>
          </div>
        </section>
      ) : null}
      {list.isPending ? <SkeletonLines lines={8} label="Loading the group" /> : null}
      {list.isError && !list.data ? (
        <ErrorState error={list.error} what="The group could not be read" onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && tasks.length === 0 ? (
        <EmptyState
          title="This group has no tasks"
          action={
            <Link href="/groups" className={buttonClass("secondary")}>
              All groups
            </Link>
          }
        >
          They may have been deleted, or they belong to another account.
        </EmptyState>
      ) : null}
      <ContactSheet tasks={tasks} selection={selection} size={Number(size)} />
      {list.hasNextPage ? (
        <Button className="mx-auto mb-6" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
      {marked.length > 0 || unfinished ? (
        <div className="sticky bottom-0 mt-auto max-sm:bottom-14">
          <SelectionBar
            tasks={marked}
            onClear={selection.clear}
            matching={group.data && { filters: { task_source_group_id: id }, total: group.data.total }}
          />
        </div>
      ) : null}
    </div>
  );
}
