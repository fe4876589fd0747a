"use client";
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

type Props = { tasks: readonly TaskListItem[]; hasMore: boolean; loadMore: () => void };

/** The queue on a phone. */
export function QueueCards({ tasks, hasMore, loadMore }: Props) {
  return (
    <ul className="flex-1">
      {tasks.map((task) => (
        <li key={task.task_id} className="border-b border-line">
          <NearLink href={`/queue/${encodeURIComponent(task.task_id)}`} className="flex flex-col gap-1 px-4 py-3">
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
            {task.state === "generating" ? (
              <ProgressBar value={task.progress} label={`Progress of ${task.title}`} />
            ) : null}
          </NearLink>
        </li>
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
