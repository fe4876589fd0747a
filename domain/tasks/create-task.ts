import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { checkReferenceUrls } from "#domain/tasks/check-reference-urls.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { readTaskDetail } from "#domain/tasks/get-task.ts";
import { insertTasks } from "#domain/tasks/insert-tasks.ts";
import type { NewTask } from "#domain/tasks/new-task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Creates one task and its job. The same id with the same request gives back the task that is there. The task is told as
 * this transaction leaves it: a worker may have begun before the answer is written.
 * @throws HubError TASK_ID_TAKEN when the account has that id with another request.
 */
export async function createTask(
  ctx: Ctx,
  task: NewTask,
): Promise<{ row: TaskRow; task: TaskDetail; created: boolean }> {
  requireCreationRights(ctx, [task]);
  await checkReferenceUrls([task]);
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    const told = async (row: TaskRow, created: boolean) => ({ row, task: await readTaskDetail(txCtx, row), created });
    const {
      rows: [row],
    } = await insertTasks(txCtx, [task]);
    if (row) return told(row, true);
    const id = task.common.task_id ?? "";
    const existing = await getTaskRow(tx, ctx.actor.accountId, { ref: id });
    if (existing.requestSha256 === task.requestSha256) return told(existing, false);
    throw new HubError("TASK_ID_TAKEN", `This account already has a task ${id} with another request`, {
      details: { field: "task_id", reason: "already in use; send another id or none", task_id: id },
    });
  });
}

/** Asking for publication, even later, is a publisher's right. */
export function requireCreationRights(ctx: Ctx, newTasks: NewTask[]): void {
  requireScope(ctx, "tasks:write");
  if (newTasks.some((task) => task.common.publish_at)) requireScope(ctx, "tasks:publish");
}
