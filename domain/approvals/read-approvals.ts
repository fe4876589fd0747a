import type { Transaction } from "#db/client.ts";
import { type ApprovalFacts, selectApprovalFacts } from "#db/queries/approvals.ts";
import { explainRefusal } from "#domain/approvals/explain-refusal.ts";
import { hasApproved, judgeApproval } from "#domain/approvals/judge-approval.ts";
import { personBehind } from "#domain/approvals/person-behind.ts";
import type { Ctx } from "#domain/context.ts";
import { toApprovals } from "#domain/tasks/to-task-summary.ts";
import type { ApprovalRefusal, Approvals } from "#lib/contract/approval.ts";
import { isApproved } from "#lib/contract/status.ts";

export type ReadApproval = {
  approvals: Approvals;
  /** Why the caller may not approve a task that waits for it; null too for those who do not review. */
  refused: ApprovalRefusal | null;
  /** The caller's own approval waits for others'. */
  hasEndorsed: boolean;
};

/** What each task's approval has come to, and the caller's part in it. */
export async function readApprovals(
  ctx: Ctx & { tx: Transaction },
  uids: string[],
): Promise<Map<string, ReadApproval>> {
  const { tx, actor } = ctx;
  const facts = await selectApprovalFacts(tx, actor.accountId, uids);
  const userId = actor.scopes.has("tasks:review") ? await personBehind(tx, actor) : null;
  const read = [...facts].map(async ([uid, of]) => [uid, await toReadApproval(ctx, of, userId)] as const);
  return new Map(await Promise.all(read));
}

async function toReadApproval(
  { tx, actor }: Ctx & { tx: Transaction },
  facts: ApprovalFacts,
  userId: string | null,
): Promise<ReadApproval> {
  const waits = facts.status === "awaiting_approval";
  const reason = waits && actor.scopes.has("tasks:review") ? judgeApproval(facts, userId) : null;
  return {
    // What is approved needed what it was given: the policy may have changed since.
    approvals: toApprovals(isApproved(facts.status) ? { ...facts, needed: facts.given.length } : facts),
    refused: reason && (await explainRefusal(tx, actor.accountId, facts, reason)),
    hasEndorsed: waits && hasApproved(facts, userId),
  };
}
