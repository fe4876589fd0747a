import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Pauses a task: a worker that runs it stops, and what its phases have saved is kept. */
export async function holdTask(ctx: Ctx, ref: TaskRef, input: { reason?: string } = {}): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
    const holdReason = input.reason ?? "Paused";
    await moveTask(txCtx, task, "hold", {
      set: { holdKind: "paused", holdReason, leaseId: null, jobId: null },
      reason: holdReason,
    });
    await recordAudit(txCtx, { action: "task.hold", targetType: "task", targetId: task.id });
  });
}

/** Lets a held task go on where it stopped. */
export async function releaseTask(ctx: Ctx, ref: TaskRef): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
    await requeueTask(txCtx, task, "release");
    await recordAudit(txCtx, { action: "task.release", targetType: "task", targetId: task.id });
  });
}
