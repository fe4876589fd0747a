import { selectApprovalFacts } from "#db/queries/approvals.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { hasApproved } from "#domain/approvals/judge-approval.ts";
import { personBehind } from "#domain/approvals/person-behind.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { TxCtx } from "#domain/context.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { recordReview } from "#domain/tasks/decide.ts";
import { changeSeenTask, moveConflict, moveTask } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";

type Unapprove = { reason?: string };

/**
 * Takes an approval back before anything was published on it: one's own where one gave one (what others gave stands),
 * else the whole. While a task still waits for more approvals, one can take back one's own.
 * @throws HubError INVALID_STATUS_TRANSITION
 */
export const unapproveTask = moveVerb(
  "unapprove",
  ({ reason }: Unapprove) => ({ reason }),
  async (txCtx, task, input: Unapprove) => {
    const row =
      task.status === "awaiting_approval" ? await withdraw(txCtx, task, input) : await undo(txCtx, task, input);
    await recordReview(txCtx, row, "unapproved", input.reason);
    await recordAudit(txCtx, {
      action: "task.unapprove",
      targetType: "task",
      targetId: task.id,
      detail: { revision: task.revision, sha256: task.approvedSha256 ?? task.revisionSha256 },
    });
  },
);

function undo(ctx: TxCtx, task: TaskRow, { reason }: Unapprove): Promise<TaskRow> {
  return moveTask(ctx, task, "unapprove", {
    set: { approvedSha256: null, approvedRevision: null, reviewedAt: null },
    reason,
  });
}

async function withdraw(ctx: TxCtx, task: TaskRow, { reason }: Unapprove): Promise<TaskRow> {
  const facts = (await selectApprovalFacts(ctx.tx, ctx.actor.accountId, [task.uid])).get(task.uid);
  const own = facts && hasApproved(facts, await personBehind(ctx.tx, ctx.actor));
  if (!own) throw moveConflict(ctx, task, "unapprove");
  const row = await changeSeenTask(ctx, task, { message: moveNamed("finish_for_review").message }, "unapprove");
  await recordEvent(ctx, row, {
    type: "endorsement_withdrawn",
    fromStatus: task.status,
    toStatus: task.status,
    message: `${ctx.actor.name} took their approval back`,
    reason,
    metadata: { revision: task.revision, revision_sha256: task.revisionSha256 },
  });
  return row;
}
