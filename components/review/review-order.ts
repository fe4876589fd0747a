import { priorities } from "#lib/contract/status.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";

/** Urgent before normal, due before not due, the longest waiting first; what was skipped comes last. */
export function reviewOrder(tasks: readonly TaskListItem[], skipped: ReadonlySet<string>): TaskListItem[] {
  return [...tasks].sort(
    (a, b) =>
      Number(skipped.has(a.task_id)) - Number(skipped.has(b.task_id)) ||
      priorities.indexOf(b.priority) - priorities.indexOf(a.priority) ||
      dueTime(a) - dueTime(b) ||
      a.created_at.localeCompare(b.created_at) ||
      a.number - b.number,
  );
}

function dueTime(task: TaskListItem): number {
  return task.due_at ? Date.parse(task.due_at) : Number.MAX_SAFE_INTEGER;
}

/** Who comes up when one leaves the list: the next below, at the end the one above. */
export function neighbourOf(tasks: readonly TaskListItem[], id: string): TaskListItem | null {
  const at = tasks.findIndex((task) => task.task_id === id);
  if (at < 0) return tasks[0] ?? null;
  return tasks[at + 1] ?? tasks[at - 1] ?? null;
}
