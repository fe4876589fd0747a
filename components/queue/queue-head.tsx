"use client";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import type { QueueColumn } from "./queue-columns.tsx";
import type { QueueFilters } from "./queue-filters.ts";
import type { SetQueueFilters } from "./use-queue-filters.ts";
import type { Selection } from "./use-selection.ts";

type Props = {
  columns: readonly QueueColumn[];
  tasks: readonly TaskListItem[];
  selection: Selection;
  filters: QueueFilters;
  setFilters: SetQueueFilters;
};

const cell = "sticky top-0 z-10 h-9 border-b border-line bg-paper text-left font-normal text-ink-faint";

export function QueueHead({ columns, tasks, selection, filters, setFilters }: Props) {
  const all = tasks.length > 0 && tasks.every((task) => selection.selected.has(task.task_id));
  return (
    <thead>
      <tr>
        <th scope="col" className={clsx(cell, "w-12 pl-6")}>
          <input
            type="checkbox"
            aria-label="Select every loaded task"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = !all && selection.selected.size > 0;
            }}
            onChange={() => (all ? selection.clear() : selection.selectAll())}
            className="block size-4 accent-accent-fill"
          />
        </th>
        {columns.map((column) => {
          const sorted = column.sort === filters.sort;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? (filters.order === "asc" ? "ascending" : "descending") : undefined}
              style={{ width: column.width ?? undefined }}
              className={clsx(cell, "px-2", column.numeric && "text-right")}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={clsx("inline-flex items-center gap-1 hover:text-ink", sorted && "font-strong text-ink")}
                  onClick={() =>
                    setFilters({
                      sort: column.sort ?? null,
                      order: sorted && filters.order === "desc" ? "asc" : "desc",
                    })
                  }
                >
                  {column.label}
                  {sorted ? <SortArrow up={filters.order === "asc"} /> : null}
                </button>
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortArrow({ up }: { up: boolean }) {
  const Arrow = up ? ArrowUp : ArrowDown;
  return <Arrow className="size-3" aria-hidden />;
}
