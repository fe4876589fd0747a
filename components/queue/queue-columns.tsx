import { columnVisibilityFeature, createColumnHelper, tableFeatures } from "@tanstack/react-table";
import Link from "next/link";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { score } from "#lib/format/number.ts";
import type { SortField } from "#lib/queries/tasks.ts";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { StatusBadge } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";

export const queueFeatures = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof queueFeatures, TaskListItem>();

export type QueueColumn = { id: string; label: string; sort?: SortField; width: string; numeric?: true };

/** The columns in order, with what their heads need; `title` always shows. */
export const queueColumnInfo: readonly QueueColumn[] = [
  { id: "status", label: "Status", sort: "status", width: "w-42" },
  { id: "title", label: "Task", width: "w-auto" },
  { id: "type", label: "Type", sort: "task_type", width: "w-30" },
  { id: "group", label: "Group", width: "w-40" },
  { id: "source", label: "Source", width: "w-36" },
  { id: "priority", label: "Priority", sort: "priority", width: "w-24" },
  { id: "quality", label: "Quality", sort: "quality_score", width: "w-22", numeric: true },
  { id: "cost", label: "Cost", width: "w-24", numeric: true },
  { id: "model", label: "Model", width: "w-40" },
  { id: "updated", label: "Updated", sort: "updated_at", width: "w-26" },
  { id: "created", label: "Created", sort: "created_at", width: "w-26" },
];

/** Columns that are off until someone wants them. */
export const hiddenAtFirst: readonly string[] = ["source", "priority", "model", "updated"];

export const queueColumns = helper.columns([
  helper.display({ id: "status", cell: ({ row }) => <StatusCell task={row.original} /> }),
  helper.display({ id: "title", cell: ({ row }) => <TitleCell task={row.original} /> }),
  helper.display({ id: "type", cell: ({ row }) => row.original.task_type.replaceAll("_", " ") }),
  helper.display({ id: "group", cell: ({ row }) => row.original.task_source_group_id ?? <Nothing /> }),
  helper.display({ id: "source", cell: ({ row }) => row.original.task_source_id ?? <Nothing /> }),
  helper.display({ id: "priority", cell: ({ row }) => row.original.priority }),
  helper.display({
    id: "quality",
    cell: ({ row }) => (row.original.quality_score === null ? <Nothing /> : score(row.original.quality_score)),
  }),
  helper.display({ id: "cost", cell: ({ row }) => <Money value={row.original.total_cost} /> }),
  helper.display({ id: "model", cell: ({ row }) => row.original.model_used ?? <Nothing /> }),
  helper.display({ id: "updated", cell: ({ row }) => <Time at={row.original.updated_at} /> }),
  helper.display({ id: "created", cell: ({ row }) => <Time at={row.original.created_at} /> }),
]);

function Nothing() {
  return <span className="text-ink-faint">–</span>;
}

function StatusCell({ task }: { task: TaskListItem }) {
  return (
    <span className="flex items-center gap-3">
      <StatusBadge status={task.state} />
      {task.state === "generating" ? (
        <ProgressBar value={task.progress} label={`Progress of ${task.title}`} className="w-10" />
      ) : null}
    </span>
  );
}

function TitleCell({ task }: { task: TaskListItem }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link
        href={`/queue/${encodeURIComponent(task.task_id)}`}
        className="truncate text-ink hover:text-accent hover:underline underline-offset-2"
      >
        {task.title}
      </Link>
      {task.degraded ? <Tag>degraded</Tag> : null}
      {task.error_message ? <span className="truncate text-ink-faint">{task.error_message}</span> : null}
    </span>
  );
}
