import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { readTaskDetail } from "#domain/tasks/get-task.ts";
import { listTasks, type TaskList } from "#domain/tasks/list-tasks.ts";
import { releasedStatuses } from "#lib/contract/status.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { HubError } from "#lib/errors.ts";

const taskTypes = ["concept_generation", "concept_refinement"];

/** The account's finished concepts, newest first. */
export async function listConcepts(
  ctx: Ctx,
  page: { limit: number; offset: number; cursor?: string },
): Promise<TaskList> {
  return listTasks(ctx, {
    filters: { taskTypes, statuses: [...releasedStatuses] },
    sortBy: "created_at",
    sortOrder: "desc",
    ...page,
  });
}

/**
 * The finished task behind a concept.
 * @param uid the task's internal key; null for an id that names none
 * @throws HubError NOT_FOUND, the same for one of another account, of another type, and one that is not finished
 */
export async function getConcept(ctx: Ctx, uid: string | null): Promise<TaskSummary> {
  requireScope(ctx, "tasks:read");
  const task = uid ? await inAccount(ctx, (tx) => readTaskDetail({ ...ctx, tx }, { uid })).catch(orNone) : null;
  if (task?.result && taskTypes.includes(task.taskType) && releasedStatuses.includes(task.status)) return task;
  throw new HubError("NOT_FOUND", "No such concept in this account");
}

function orNone(error: unknown): null {
  if (error instanceof HubError && error.code === "TASK_NOT_FOUND") return null;
  throw error;
}
