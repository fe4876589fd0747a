import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { askMove } from "#domain/tasks/ask-move.ts";
import { recordReview } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Puts a rejected task before the reviewers again, as it is now. */
export async function resubmitTask(
  ctx: Ctx,
  ref: TaskRef,
  input: { reason?: string; metadata?: JsonObject },
): Promise<TaskDetail> {
  return askMove(ctx, "resubmit", ref, input, async (txCtx, task) => {
    const waiting = await moveTask(txCtx, task, "resubmit", {
      set: { errorMessage: null, reviewedAt: null },
      reason: input.reason,
      metadata: input.metadata,
    });
    await recordReview(txCtx, waiting, "resubmitted", input.reason);
    await recordAudit(txCtx, {
      action: "task.resubmit",
      targetType: "task",
      targetId: task.id,
      detail: { revision: task.revision, sha256: task.revisionSha256 },
    });
  });
}
