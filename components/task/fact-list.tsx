import Link from "next/link";
import type { ReactNode } from "react";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { sentenceCase, typeLabel } from "#lib/format/type-label.ts";
import { Money } from "../ui/money.tsx";
import { Time } from "../ui/time.tsx";

/** Where a task comes from and what it cost. */
export function FactList({ task }: { task: TaskResponse }) {
  const group = task.task_source_group_id;
  return (
    <dl className="flex flex-col gap-1.5">
      <Fact name="Task id">
        <code className="font-mono text-small break-all">{task.task_id}</code>
      </Fact>
      <Fact name="Type">{typeLabel(task.task_type)}</Fact>
      <Fact name="Priority">{sentenceCase(task.priority)}</Fact>
      {group ? (
        <Fact name="Group">
          <Link href={`/groups/${encodeURIComponent(group)}`} className="text-accent hover:underline">
            {group}
          </Link>
        </Fact>
      ) : null}
      {task.task_source_name || task.task_source_id ? (
        <Fact name="Source">{[task.task_source_name, task.task_source_id].filter(Boolean).join(", ")}</Fact>
      ) : null}
      <Fact name="Model">{task.model_used ?? "None yet"}</Fact>
      <Fact name="Cost">
        <Money value={task.total_cost} />
      </Fact>
      <Fact name="Round">{task.round}</Fact>
      <Fact name="Created">
        <Time at={task.created_at} />
      </Fact>
      {task.due_at ? (
        <Fact name="Due">
          <Time at={task.due_at} />
        </Fact>
      ) : null}
      {task.publish_at ? (
        <Fact name="Publishes">
          <Time at={task.publish_at} />
        </Fact>
      ) : null}
      {task.published_url ? (
        <Fact name="Published at">
          <a href={task.published_url} className="break-all text-accent underline underline-offset-2">
            {task.published_url.replace(/^https?:\/\//, "")}
          </a>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[96px_1fr] gap-2">
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
