import type { TaskListItem } from "#lib/contract/task-response.ts";
import { isSnoozed } from "#lib/queries/tasks.ts";
import { Time } from "../ui/time.tsx";

/** Until when a task is off the desk, for a list; nothing where it is on it. */
export function SnoozeMark({ task }: { task: Pick<TaskListItem, "snoozed_until"> }) {
  if (!task.snoozed_until || !isSnoozed(task)) return null;
  return (
    <span className="whitespace-nowrap text-ink-soft">
      snoozed, back <Time at={task.snoozed_until} />
    </span>
  );
}
