import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Queues a failed task again, with all its attempts; phases that were done stay done. */
export async function retryTask(ctx: Ctx, ref: TaskRef): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
    await requeueTask(txCtx, task, "retry");
    await recordAudit(txCtx, { action: "task.retry", targetType: "task", targetId: task.id });
  });
}
