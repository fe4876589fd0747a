import { and, desc, eq, sql } from "drizzle-orm";
import { phases, taskEvents } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { cancelJob } from "#domain/jobs/cancel-job.ts";
import { askMove } from "#domain/tasks/ask-move.ts";
import { recordReview } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { wasSentBack } from "#domain/tasks/moves.ts";
import { readStanding } from "#domain/tasks/standing.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/**
 * The inverse of sending back: the round that a reviewer asked for ends where it is, and the revision that they sent
 * back waits for review as it did. A worker that has begun loses its lease. What the round has cost stays counted, and
 * the history tells both; a round that has made its revision is past being recalled.
 * @throws HubError INVALID_STATUS_TRANSITION when no such round is under way, or it did not begin at the desk
 */
export async function recallTask(ctx: Ctx, ref: TaskRef, input: { reason?: string } = {}): Promise<TaskDetail> {
  return askMove(ctx, "recall", ref, input, async (txCtx, task) => {
    const sentBack = wasSentBack(task) ? await findSendingBack(txCtx, task) : null;
    if (sentBack?.fromStatus !== "awaiting_approval") throw moveConflict(txCtx, task, "recall");
    await cancelJob(txCtx.tx, task.jobId);
    await setPhasesAside(txCtx, task);
    const waiting = await moveTask(txCtx, task, "recall", {
      set: {
        ...readStanding(sentBack.metadata),
        round: task.round - 1,
        progress: 100,
        phase: null,
        runAfter: null,
        leaseId: null,
        jobId: null,
        holdKind: null,
        holdReason: null,
        errorCode: null,
        errorMessage: null,
        errorDetails: null,
      },
      reason: input.reason,
      metadata: { round: task.round },
    });
    await recordReview(txCtx, waiting, "recalled", input.reason);
    await recordAudit(txCtx, {
      action: "task.recall",
      targetType: "task",
      targetId: task.id,
      detail: { revision: task.revision, sha256: task.revisionSha256, round: task.round, from: task.status },
    });
  });
}

/** The move that began the present round. */
async function findSendingBack(ctx: TxCtx, task: TaskRow) {
  const [event] = await ctx.tx
    .select({ fromStatus: taskEvents.fromStatus, metadata: taskEvents.metadata })
    .from(taskEvents)
    .where(
      and(
        eq(taskEvents.accountId, task.accountId),
        eq(taskEvents.taskUid, task.uid),
        eq(taskEvents.type, "move"),
        eq(taskEvents.move, "regenerate"),
      ),
    )
    .orderBy(desc(taskEvents.id))
    .limit(1);
  return event ?? null;
}

/**
 * The next round takes this one's number, and must find nothing of it: its phases keep what they cost under a number
 * below one, and are no one's to take over.
 */
async function setPhasesAside(ctx: TxCtx, task: TaskRow): Promise<void> {
  const ofTask = and(eq(phases.accountId, task.accountId), eq(phases.taskUid, task.uid));
  const [lowest] = await ctx.tx
    .select({ round: sql<number>`least(min(${phases.round}), 1)`.mapWith(Number) })
    .from(phases)
    .where(ofTask);
  await ctx.tx
    .update(phases)
    .set({
      round: (lowest?.round ?? 1) - 1,
      status: "failed",
      error: "The round was taken back",
      finishedAt: sql`coalesce(${phases.finishedAt}, now())`,
    })
    .where(and(ofTask, eq(phases.round, task.round)));
}
