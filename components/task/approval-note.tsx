import type { TaskListItem, TaskResponse } from "#lib/contract/task-response.ts";
import { FamilyMark } from "../ui/status-mark.tsx";

type Props = { task: Pick<TaskResponse, "state" | "approvals" | "approval_refused">; id?: string; className?: string };

/** Whose approval is there and whose is missing; why the reader's own does not count. */
export function ApprovalNote({ task, id, className }: Props) {
  const text = task.state === "awaiting_approval" ? (task.approval_refused?.message ?? progressOf(task)) : null;
  if (!text) return null;
  return (
    <p id={id} role="status" className={className}>
      <FamilyMark family="person" className="mr-2 inline-block align-[-2px]" />
      {text}
    </p>
  );
}

function progressOf({ approvals }: Props["task"]): string | null {
  if (!approvals || approvals.needed <= 1) return null;
  const left = approvals.needed - approvals.given.length;
  if (approvals.given.length === 0) return `${approvals.needed} people have to approve this.`;
  const names = approvals.given.map(({ name }) => name).join(" and ");
  return `Approved by ${names}, waits for ${left > 1 ? `${left} more` : "one more"}.`;
}

/** "1 of 2", for a list; nothing where one approval is enough. */
export function ApprovalCount({ task }: { task: Pick<TaskListItem, "state" | "approvals"> }) {
  const { state, approvals } = task;
  if (state !== "awaiting_approval" || !approvals || approvals.needed <= 1) return null;
  const names = approvals.given.map(({ name }) => name).join(", ");
  return (
    <span
      className="tabular whitespace-nowrap text-ink-soft"
      title={names ? `Approved by ${names}` : "Not approved yet"}
    >
      {approvals.given.length} of {approvals.needed}
      <span className="sr-only"> approvals</span>
    </span>
  );
}
