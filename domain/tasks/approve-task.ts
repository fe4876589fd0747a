import { eq } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { currentRevision, recordReview, requireSeenRevision } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

export type ApproveTask = { feedback?: string; revisionSha256?: string; metadata?: JsonObject };

/**
 * Approves one revision by its SHA-256: the one that the caller read, or the current one when none is given.
 * @throws HubError REVISION_CHANGED, INVALID_STATUS_TRANSITION
 */
export async function approveTask(ctx: Ctx, ref: TaskRef, input: ApproveTask): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    if (!moveNamed("approve").from.includes(task.status)) throw moveConflict(txCtx, task, "approve");
    requireSeenRevision(task, input.revisionSha256);
    const { revision, revisionSha256 } = currentRevision(task);
    await moveTask(txCtx, task, "approve", {
      set: { approvedSha256: revisionSha256, approvedRevision: revision, reviewedAt: new Date() },
      only: eq(tasks.revisionSha256, revisionSha256),
      reason: input.feedback,
      metadata: { ...input.metadata, revision, revision_sha256: revisionSha256 },
    });
    await recordReview(txCtx, task, "approved", input.feedback);
    await recordAudit(txCtx, {
      action: "task.approve",
      targetType: "task",
      targetId: task.id,
      detail: { revision, sha256: revisionSha256 },
    });
  });
}
