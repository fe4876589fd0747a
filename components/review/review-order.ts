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

/** As neighbourOf, but of those that nobody else has open: below first, then above, then from the top. */
export function nextFree(
  tasks: readonly TaskListItem[],
  id: string,
  isHeld: (id: string) => boolean,
): TaskListItem | null {
  const at = tasks.findIndex((task) => task.task_id === id);
  const isFree = (task: TaskListItem) => task.task_id !== id && !isHeld(task.task_id);
  return tasks.slice(at + 1).find(isFree) ?? tasks.slice(0, Math.max(at, 0)).findLast(isFree) ?? null;
}

/** The nearest in one direction that nobody else has open. */
export function stepFree(
  tasks: readonly TaskListItem[],
  id: string | null,
  step: 1 | -1,
  isHeld: (id: string) => boolean,
): TaskListItem | null {
  const at = tasks.findIndex((task) => task.task_id === id);
  const isFree = (task: TaskListItem) => !isHeld(task.task_id);
  if (at < 0) return tasks.find(isFree) ?? null;
  return (step > 0 ? tasks.slice(at + 1).find(isFree) : tasks.slice(0, at).findLast(isFree)) ?? null;
}
