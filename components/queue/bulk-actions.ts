import { errorMessage } from "#lib/api-client.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { sendTaskAction, type TaskAction } from "#lib/queries/task-actions.ts";

export type BulkVerb = "approve" | "reject" | "cancel" | "retry";

export type Outcome = { task: TaskListItem; error: string | null };

const allowedFrom: Record<BulkVerb, readonly string[]> = {
  approve: ["awaiting_approval"],
  reject: ["awaiting_approval"],
  cancel: ["pending", "queued", "on_hold", "generating", "awaiting_approval", "rejected"],
  retry: ["failed"],
};

/** Those that the verb can apply to as they stand. */
export function fitting(verb: BulkVerb, tasks: readonly TaskListItem[]): TaskListItem[] {
  return tasks.filter((task) => allowedFrom[verb].includes(task.state));
}

/** Requests in flight at a time: enough to be quick, few enough for the rate limit's burst. */
const lanes = 4;

/** Sends one verb for each task, and says of each what came of it. */
export async function actOnAll(
  verb: BulkVerb,
  tasks: readonly TaskListItem[],
  reason: string,
  onDone: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...tasks];
  async function lane() {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const error = await sendTaskAction(task.task_id, actionFor(verb, task, reason)).then(() => null, errorMessage);
      outcomes.push({ task, error });
      onDone(outcomes.length);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

function actionFor(verb: BulkVerb, task: TaskListItem, reason: string): TaskAction {
  if (verb === "approve") return { verb, revision_sha256: task.revision_sha256 };
  return verb === "reject" ? { verb, reason } : { verb };
}
