import { sql } from "drizzle-orm";
import type { Ctx } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { type Lease, withLease } from "#domain/work/lease.ts";
import { recordProcessingTime } from "#domain/work/record-use.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type FinishedWork = {
  content: string | null;
  result: JsonObject;
  qualityScore: number | null;
};

/** Turns finished work into the task's next revision, for a reviewer where approval is asked, else as it is. */
export async function finishTask(
  ctx: Ctx,
  lease: Lease,
  work: FinishedWork,
): Promise<"awaiting_approval" | "completed"> {
  return withLease(ctx, lease, async (txCtx, task) => {
    const revision = await addRevision(txCtx, task, {
      content: work.content,
      result: work.result,
      origin: "generated",
      note: task.round > 1 ? task.feedback : null,
    });
    const move = task.requiresApproval ? "finish_for_review" : "finish";
    const moved = await moveTask(txCtx, task, move, {
      set: {
        revision: revision.number,
        revisionSha256: revision.sha256,
        qualityScore: work.qualityScore,
        progress: 100,
        phase: null,
        leaseId: null,
        jobId: null,
        errorCode: null,
        errorMessage: null,
        errorDetails: null,
        finishedAt: sql`now()`,
      },
      metadata: { revision: revision.number, sha256: revision.sha256 },
    });
    await recordProcessingTime(txCtx, moved);
    return task.requiresApproval ? "awaiting_approval" : "completed";
  });
}
