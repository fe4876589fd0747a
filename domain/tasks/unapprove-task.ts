import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { recordReview } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Takes an approval back before anything was published on it. */
export async function unapproveTask(ctx: Ctx, ref: TaskRef, input: { reason?: string }): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    const waiting = await moveTask(txCtx, task, "unapprove", {
      set: { approvedSha256: null, approvedRevision: null, reviewedAt: null },
      reason: input.reason,
    });
    await recordReview(txCtx, waiting, "unapproved", input.reason);
    await recordAudit(txCtx, {
      action: "task.unapprove",
      targetType: "task",
      targetId: task.id,
      detail: { revision: task.revision, sha256: task.approvedSha256 },
    });
  });
}
