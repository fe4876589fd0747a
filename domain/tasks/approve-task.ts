import { eq } from "drizzle-orm";
import { type ApprovalFacts, selectApprovalFacts } from "#db/queries/approvals.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { explainRefusal, refusalError } from "#domain/approvals/explain-refusal.ts";
import { approvalsWith, judgeApproval } from "#domain/approvals/judge-approval.ts";
import { personBehind } from "#domain/approvals/person-behind.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { TxCtx } from "#domain/context.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { currentRevision, recordReview, requireSeenRevision } from "#domain/tasks/decide.ts";
import { changeSeenTask, moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { taskNotFound } from "#lib/errors.ts";

export type ApproveTask = { feedback?: string; revisionSha256?: string; metadata?: JsonObject };

/** How many approvals there are with this one, of how many. */
type Count = { approvals: number; approvals_needed: number };

const askedOf = ({ feedback, metadata }: ApproveTask) => ({ reason: feedback, metadata });

/**
 * Approves one revision by its SHA-256: the one that the caller read, or the current one when none is given. Where the
 * account's policy for the type, as it is at this moment, asks for more people than have approved that revision, the
 * approval is recorded and the task goes on waiting.
 * @throws HubError REVISION_CHANGED, INVALID_STATUS_TRANSITION; APPROVAL_NOT_ALLOWED for one's own work where the policy
 *   forbids it; ALREADY_APPROVED for the same person again
 */
export const approveTask = moveVerb("approve", askedOf, async (txCtx, task, input: ApproveTask) => {
  if (!moveNamed("approve").from.includes(task.status)) throw moveConflict(txCtx, task, "approve");
  requireSeenRevision(task, input.revisionSha256);
  const { revision, revisionSha256 } = currentRevision(task);
  const { needed, approvals } = await requireApprover(txCtx, task);
  const complete = approvals >= needed;
  const count = needed > 1 ? { approvals, approvals_needed: needed } : null;
  const after = complete
    ? await approve(txCtx, task, input, count)
    : await endorse(txCtx, task, input, { approvals, approvals_needed: needed });
  await recordAudit(txCtx, {
    action: complete ? "task.approve" : "task.endorse",
    targetType: "task",
    targetId: task.id,
    detail: { revision, sha256: revisionSha256, ...count },
  });
  // Others still have to join this approval.
  return complete ? null : after.message;
});

/** @throws HubError APPROVAL_NOT_ALLOWED, ALREADY_APPROVED */
async function requireApprover(ctx: TxCtx, task: TaskRow): Promise<{ needed: number; approvals: number }> {
  const { accountId } = ctx.actor;
  const facts: ApprovalFacts | undefined = (await selectApprovalFacts(ctx.tx, accountId, [task.uid])).get(task.uid);
  if (!facts) throw taskNotFound();
  const userId = await personBehind(ctx.tx, ctx.actor);
  const refused = judgeApproval(facts, userId);
  if (refused) throw refusalError(await explainRefusal(ctx.tx, accountId, facts, refused), facts);
  return { needed: facts.needed, approvals: approvalsWith(facts, userId) };
}

async function approve(ctx: TxCtx, task: TaskRow, input: ApproveTask, count: Count | null): Promise<TaskRow> {
  const { revision, revisionSha256 } = currentRevision(task);
  const approved = await moveTask(ctx, task, "approve", {
    set: { approvedSha256: revisionSha256, approvedRevision: revision, reviewedAt: new Date() },
    only: eq(tasks.revisionSha256, revisionSha256),
    reason: input.feedback,
    metadata: { ...input.metadata, revision, revision_sha256: revisionSha256, ...count },
  });
  await recordReview(ctx, task, "approved", input.feedback);
  return approved;
}

/** The task stays where it is, at a new version: whoever decides next decides knowing of this. */
async function endorse(ctx: TxCtx, task: TaskRow, input: ApproveTask, count: Count): Promise<TaskRow> {
  const { revision, revisionSha256 } = currentRevision(task);
  const left = count.approvals_needed - count.approvals;
  const message = `Approved by ${ctx.actor.name}, waits for ${left === 1 ? "one more" : `${left} more`}`;
  const row = await changeSeenTask(ctx, task, { message }, "approve");
  await recordEvent(ctx, row, {
    type: "endorsed",
    fromStatus: task.status,
    toStatus: task.status,
    message,
    reason: input.feedback,
    metadata: { ...input.metadata, revision, revision_sha256: revisionSha256, ...count },
  });
  await recordReview(ctx, task, "endorsed", input.feedback);
  return row;
}
