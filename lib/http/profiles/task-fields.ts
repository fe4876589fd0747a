import type { JsonObject } from "#lib/contract/json.ts";
import { releasedStatuses } from "#lib/contract/status.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { signReferences } from "#lib/http/links.ts";

/** What an outside client may have: nothing that still waits for a person, or that a person refused. */
function isReleased(task: Pick<TaskSummary, "status">): boolean {
  return releasedStatuses.includes(task.status);
}

/** 0–100, and 100 only when finished: content that waits for approval is not. */
export function shownProgress(task: Pick<TaskSummary, "status" | "progress">): number {
  return isReleased(task) ? 100 : Math.min(99, task.progress);
}

/** The result with signed addresses, once it is released. */
export function releasedResult(task: TaskSummary): JsonObject | null {
  return isReleased(task) && task.result ? signReferences(task.result, task) : null;
}

export function iso(instant: Date | null): string | null {
  return instant ? instant.toISOString() : null;
}

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether an id is one that the hub made. */
export function isGeneratedId(id: string): boolean {
  return uuidV4.test(id);
}
