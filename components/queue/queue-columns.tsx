import type { ReactNode } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { score } from "#lib/format/number.ts";
import { sentenceCase, typeLabel } from "#lib/format/type-label.ts";
import type { SortField } from "#lib/queries/tasks.ts";
import { ApprovalCount } from "../task/approval-note.tsx";
import { SnoozeMark } from "../task/snooze-mark.tsx";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";
import { NearLink } from "../ui/near-link.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { StatusBadge } from "../ui/status-mark.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { Time } from "../ui/time.tsx";

export type QueueColumn = {
  id: string;
  label: string;
  sort?: SortField;
  /** In px; null takes what the others leave. */
  width: number | null;
  numeric?: true;
  cell: (task: TaskListItem) => ReactNode;
};

/** The columns in order; `title` always shows. */
export const queueColumns: readonly QueueColumn[] = [
  { id: "status", label: "Status", sort: "status", width: 168, cell: (task) => <StatusCell task={task} /> },
  {
    id: "picture",
    label: "Picture",
    width: 72,
    cell: (task) =>
      task.thumbnail_url ? (
        <Thumbnail src={task.thumbnail_url} taskType={task.task_type} className="block h-6 w-11 max-w-none" />
      ) : null,
  },
  { id: "title", label: "Task", width: null, cell: (task) => <TitleCell task={task} /> },
  { id: "type", label: "Type", sort: "task_type", width: 152, cell: (task) => typeLabel(task.task_type) },
  { id: "group", label: "Group", width: 160, cell: (task) => task.task_source_group_id ?? <Nothing /> },
  { id: "source", label: "Source", width: 144, cell: (task) => task.task_source_id ?? <Nothing /> },
  { id: "priority", label: "Priority", sort: "priority", width: 96, cell: (task) => sentenceCase(task.priority) },
  {
    id: "quality",
    label: "Quality",
    sort: "quality_score",
    width: 88,
    numeric: true,
    cell: (task) => (task.quality_score === null ? <Nothing /> : score(task.quality_score)),
  },
  { id: "cost", label: "Cost", width: 96, numeric: true, cell: (task) => <Money value={task.total_cost} /> },
  { id: "model", label: "Model", width: 160, cell: (task) => task.model_used ?? <Nothing /> },
  { id: "updated", label: "Updated", sort: "updated_at", width: 104, cell: (task) => <Time at={task.updated_at} /> },
  { id: "created", label: "Created", sort: "created_at", width: 104, cell: (task) => <Time at={task.created_at} /> },
];

/** Below this a title says nothing, and the table scrolls instead. */
const narrowestTitle = 240;
const checkboxes = 48;

/** In px, of a table with these columns. */
export function narrowestTable(columns: readonly QueueColumn[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? narrowestTitle), checkboxes);
}

/** Columns that are off until someone wants them. */
export const hiddenAtFirst: readonly string[] = ["source", "priority", "model", "updated"];

function Nothing() {
  return <span className="text-ink-faint">–</span>;
}

function StatusCell({ task }: { task: TaskListItem }) {
  return (
    <span className="flex items-center gap-3">
      <StatusBadge status={task.state} />
      <ApprovalCount task={task} />
      <SnoozeMark task={task} />
      {task.state === "generating" ? (
        <ProgressBar value={task.progress} label={`Progress of ${task.title}`} className="w-10" />
      ) : null}
    </span>
  );
}

function TitleCell({ task }: { task: TaskListItem }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <NearLink
        href={`/queue/${encodeURIComponent(task.task_id)}`}
        className="truncate text-ink hover:text-accent hover:underline underline-offset-2"
      >
        {task.title}
      </NearLink>
      {task.degraded ? <Tag>degraded</Tag> : null}
      {task.error_message ? <span className="shrink-9 truncate text-ink-faint">{task.error_message}</span> : null}
    </span>
  );
}
