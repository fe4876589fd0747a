"use client";
import clsx from "clsx";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { score } from "#lib/format/number.ts";
import { ApprovalCount } from "../task/approval-note.tsx";
import { Button } from "../ui/button.tsx";
import { Money } from "../ui/money.tsx";
import { NearLink } from "../ui/near-link.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { StatusBadge } from "../ui/status-mark.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { Time } from "../ui/time.tsx";
import { useLongPress } from "./use-long-press.ts";
import type { Selection } from "./use-selection.ts";

type Props = {
  tasks: readonly TaskListItem[];
  selection: Selection;
  /** A touch selects; otherwise it opens, and a long one begins to select. */
  selecting: boolean;
  onSelecting: () => void;
  hasMore: boolean;
  loadMore: () => void;
};

/** The queue on a phone. */
export function QueueCards({ tasks, selection, selecting, onSelecting, hasMore, loadMore }: Props) {
  return (
    <ul className="flex-1">
      {tasks.map((task) => (
        <QueueCard
          key={task.task_id}
          task={task}
          selected={selecting ? selection.selected.has(task.task_id) : null}
          onToggle={() => selection.toggle(task.task_id)}
          onLongPress={() => {
            onSelecting();
            if (!selection.selected.has(task.task_id)) selection.toggle(task.task_id);
          }}
        />
      ))}
      {hasMore ? (
        <li className="p-4">
          <Button onClick={loadMore} className="w-full">
            Show more
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

type CardProps = {
  task: TaskListItem;
  /** Null while nothing is selected by touch. */
  selected: boolean | null;
  onToggle: () => void;
  onLongPress: () => void;
};

const place = "flex min-h-11 items-start gap-3 px-4 py-3 [-webkit-touch-callout:none]";

function QueueCard({ task, selected, onToggle, onLongPress }: CardProps) {
  const press = useLongPress(onLongPress);
  return (
    <li className={clsx("border-b border-line select-none", selected && "bg-hover")} {...press}>
      {selected === null ? (
        <NearLink href={`/queue/${encodeURIComponent(task.task_id)}`} className={place}>
          <CardFace task={task} />
        </NearLink>
      ) : (
        <label className={place}>
          <input
            type="checkbox"
            aria-label={`Select ${task.title}`}
            checked={selected}
            onChange={onToggle}
            className="mt-0.5 size-5 shrink-0 accent-accent-fill"
          />
          <CardFace task={task} />
        </label>
      )}
    </li>
  );
}

function CardFace({ task }: { task: TaskListItem }) {
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="flex gap-3">
        <span className="line-clamp-2 flex-1 text-body font-strong">{task.title}</span>
        {task.thumbnail_url ? (
          <Thumbnail src={task.thumbnail_url} taskType={task.task_type} className="h-11 w-20" />
        ) : null}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-ink-soft">
        <StatusBadge status={task.state} />
        <ApprovalCount task={task} />
        {task.quality_score === null ? null : <span className="tabular">{score(task.quality_score)}</span>}
        <Money value={task.total_cost} />
        <Time at={task.created_at} className="ml-auto text-ink-faint" />
      </span>
      {task.state === "generating" ? <ProgressBar value={task.progress} label={`Progress of ${task.title}`} /> : null}
    </span>
  );
}
