"use client";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { PresentPerson } from "#lib/contract/presence.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { count, score } from "#lib/format/number.ts";
import { typeLabel } from "#lib/format/type-label.ts";
import { useSession } from "../shell/session-context.tsx";
import { ApprovalCount } from "../task/approval-note.tsx";
import { SnoozeMark } from "../task/snooze-mark.tsx";
import { FilterChip } from "../ui/chip.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { Time } from "../ui/time.tsx";
import { isNarrowed, NothingWaits } from "./nothing-waits.tsx";
import { PresentMarks } from "./present-people.tsx";
import { SetAside } from "./set-aside.tsx";
import { SnoozedView } from "./snoozed-view.tsx";
import type { ReviewDesk } from "./use-review-desk.ts";

type Props = { desk: ReviewDesk; onChoose: (id: string) => void; className?: string };

export function WaitingList({ desk, onChoose, className }: Props) {
  const { list, waiting, arrivals, filters, setFilters } = desk;
  return (
    <section aria-label="Waiting for review" className={clsx("flex shrink-0 flex-col border-line", className)}>
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-4">
        <h1 className="text-title">Review</h1>
        <span className="tabular ml-auto text-ink-soft">
          {list.data ? `${count(desk.total)}${desk.capped ? "+" : ""} ${filters.show}` : null}
        </span>
      </header>
      {filters.type || filters.group ? (
        <div className="flex flex-wrap gap-2 border-b border-line p-3">
          {filters.type ? (
            <FilterChip name="Type" onRemove={() => setFilters({ type: null })}>
              {filters.type}
            </FilterChip>
          ) : null}
          {filters.group ? (
            <FilterChip name="Group" onRemove={() => setFilters({ group: null })}>
              {filters.group}
            </FilterChip>
          ) : null}
        </div>
      ) : null}
      {arrivals.count > 0 ? (
        <button
          type="button"
          onClick={desk.showArrivals}
          className="h-9 shrink-0 border-b border-line font-strong text-accent hover:bg-hover"
        >
          {arrivals.count} new
        </button>
      ) : null}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ListBody desk={desk} waiting={waiting} onChoose={onChoose} />
      </div>
      <SnoozedView desk={desk} />
      <SetAside />
    </section>
  );
}

function ListBody({
  desk,
  waiting,
  onChoose,
}: {
  desk: ReviewDesk;
  waiting: TaskListItem[];
  onChoose: (id: string) => void;
}) {
  const { list, filters } = desk;
  if (list.isPending) return <SkeletonLines lines={8} label="Loading what waits" />;
  if (list.isError && !list.data) {
    return <ErrorState error={list.error} what="The list could not be read" onRetry={() => void list.refetch()} />;
  }
  if (waiting.length === 0 && filters.show === "snoozed") {
    return <EmptyState title="Nothing is snoozed">H puts off what is on the desk.</EmptyState>;
  }
  if (waiting.length === 0 && isNarrowed(filters)) {
    return <EmptyState title="Nothing that fits waits">Take a filter away to see the rest.</EmptyState>;
  }
  if (waiting.length === 0) {
    return (
      <div className="lg:hidden">
        <NothingWaits desk={desk} />
      </div>
    );
  }
  return (
    <ul>
      {waiting.map((task) => (
        <WaitingRow
          key={task.task_id}
          task={task}
          present={desk.present}
          selected={task.task_id === desk.selected}
          onChoose={onChoose}
        />
      ))}
      {list.hasNextPage ? (
        <li>
          <button
            type="button"
            className="h-10 w-full text-accent hover:bg-hover"
            onClick={() => void list.fetchNextPage()}
          >
            Show more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

type RowProps = {
  task: TaskListItem;
  present: readonly PresentPerson[];
  selected: boolean;
  onChoose: (id: string) => void;
};

function WaitingRow({ task, present, selected, onChoose }: RowProps) {
  const { user } = useSession();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <li className="animate-appear">
      <button
        ref={row}
        type="button"
        aria-current={selected ? "true" : undefined}
        onClick={() => onChoose(task.task_id)}
        className={clsx(
          "flex w-full gap-2.5 border-b border-line px-4 py-2.5 text-left transition-colors focus-visible:-outline-offset-2",
          selected ? "lg:bg-surface lg:shadow-[inset_3px_0_0_var(--accent)]" : "hover:bg-hover",
        )}
      >
        <FamilyMark family={task.state === "awaiting_approval" ? "person" : "stopped"} className="mt-[3px]" />
        <span className="min-w-0 flex-1">
          <span className="flex gap-2">
            <span className={clsx("line-clamp-2 flex-1", selected && "lg:font-strong")}>{task.title}</span>
            {task.quality_score === null ? null : (
              <span className="tabular text-ink-soft" title="Quality, of 10">
                {score(task.quality_score)}
              </span>
            )}
          </span>
          <span className="mt-0.5 flex items-start gap-2">
            <span className="flex flex-1 flex-wrap gap-x-2 text-small text-ink-faint">
              <span>{typeLabel(task.task_type)}</span>
              {task.priority === "high" || task.priority === "urgent" ? (
                <span className="text-person">{task.priority}</span>
              ) : null}
              <SnoozeMark task={task} />
              {task.due_at ? (
                <span>
                  due <Time at={task.due_at} />
                </span>
              ) : (
                <Time at={task.updated_at} />
              )}
              <ApprovalCount task={task} />
              {task.degraded ? <span className="text-person">degraded</span> : null}
            </span>
            <PresentMarks present={present} taskId={task.task_id} me={user.id} />
            {task.thumbnail_url ? (
              <Thumbnail src={task.thumbnail_url} taskType={task.task_type} className="mt-0.5 h-7 w-13" />
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
}
