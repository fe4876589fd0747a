"use client";
import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { useStoredState } from "../shell/stored-state.ts";
import { RowSpace, useRowWindow } from "../ui/row-window.tsx";
import { narrowestTable, queueColumns } from "./queue-columns.tsx";
import type { QueueFilters } from "./queue-filters.ts";
import { QueueHead } from "./queue-head.tsx";
import type { SetQueueFilters } from "./use-queue-filters.ts";
import type { Selection } from "./use-selection.ts";

type Props = {
  tasks: TaskListItem[];
  total: number;
  visibility: Record<string, boolean>;
  selection: Selection;
  filters: QueueFilters;
  setFilters: SetQueueFilters;
  hasMore: boolean;
  loadMore: () => void;
};

/** One row for each task, of which only those in sight are in the document. */
export function QueueTable({ tasks, total, visibility, selection, filters, setFilters, hasMore, loadMore }: Props) {
  const [density] = useStoredState("density", "comfortable");
  const rowHeight = density === "compact" ? 28 : 36;
  const { scroller, from, until, above, below, reveal } = useRowWindow(tasks.length, rowHeight);
  useEffect(() => {
    if (hasMore && until > tasks.length - 20) loadMore();
  }, [hasMore, until, tasks.length, loadMore]);
  const active = useCursor(tasks, selection, reveal);
  const columns = queueColumns.filter((column) => visibility[column.id] !== false);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-rowcount={total + 1}
        style={{ minWidth: narrowestTable(columns) }}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <QueueHead columns={columns} tasks={tasks} selection={selection} filters={filters} setFilters={setFilters} />
        <tbody>
          <RowSpace height={above} />
          {tasks.slice(from, until).map((task, offset) => {
            const index = from + offset;
            const marked = selection.selected.has(task.task_id);
            return (
              <tr
                key={task.task_id}
                aria-rowindex={index + 2}
                aria-selected={marked}
                style={{ height: rowHeight }}
                className={clsx(
                  "group",
                  marked ? "bg-accent-soft" : "hover:bg-hover",
                  active === index && !marked && "bg-hover",
                )}
              >
                <td
                  className={clsx(
                    "border-b border-line pl-6",
                    active === index && "shadow-[inset_3px_0_0_var(--accent)]",
                  )}
                >
                  <input
                    type="checkbox"
                    aria-label={`Select ${task.title}`}
                    checked={marked}
                    onChange={() => {}}
                    onClick={(event) => selection.toggle(task.task_id, event.shiftKey)}
                    className="block size-4 accent-accent-fill"
                  />
                </td>
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={clsx(
                      "truncate border-b border-line px-2 text-ink-soft",
                      column.numeric && "tabular text-right",
                    )}
                  >
                    {column.cell(task)}
                  </td>
                ))}
              </tr>
            );
          })}
          <RowSpace height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** A row under the keyboard's hand: J and K move it, X selects it, O opens it. */
function useCursor(
  tasks: readonly TaskListItem[],
  selection: Selection,
  reveal: (index: number) => void,
): number | null {
  const router = useRouter();
  const [active, setActive] = useState<number | null>(null);
  function move(step: number) {
    const next = Math.min(tasks.length - 1, Math.max(0, active === null ? 0 : active + step));
    setActive(next);
    reveal(next);
  }
  const task = active === null ? undefined : tasks[active];
  useShortcuts("Table", [
    { keys: "j", repeats: true, label: "Next row", run: () => move(1) },
    { keys: "k", repeats: true, label: "Previous row", run: () => move(-1) },
    { keys: "x", label: "Select the row", run: () => task && selection.toggle(task.task_id) },
    { keys: "o", label: "Open the row", run: () => task && router.push(`/queue/${encodeURIComponent(task.task_id)}`) },
  ]);
  return active;
}
