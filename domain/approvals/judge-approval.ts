import type { ApprovalFacts } from "#db/queries/approvals.ts";

/** Why somebody who reviews may not approve this task. */
export type RefusalReason = "asked_for_it" | "edited_it" | "already_approved" | "no_person";

/**
 * Whether a person may approve, by the account's policy for the type as it is now. Where the policy counts people or
 * looks at whose work it is, an approval needs a person who answers for it.
 * @param userId the person, or the owner of the key; null for a key that belongs to nobody
 */
export function judgeApproval(facts: ApprovalFacts, userId: string | null): RefusalReason | null {
  const { needed, ownAllowed, given, askedBy, editedBy } = facts;
  if (needed <= 1 && ownAllowed) return null;
  if (userId === null) return "no_person";
  if (!ownAllowed && editedBy.includes(userId)) return "edited_it";
  if (!ownAllowed && askedBy.includes(userId)) return "asked_for_it";
  if (given.length < needed && hasApproved(facts, userId)) return "already_approved";
  return null;
}

export function hasApproved({ given }: Pick<ApprovalFacts, "given">, userId: string | null): boolean {
  return userId !== null && given.some((approval) => approval.user_id === userId);
}

/** How many approvals there will be once this person has given theirs. */
export function approvalsWith(facts: ApprovalFacts, userId: string | null): number {
  return facts.given.length + (hasApproved(facts, userId) ? 0 : 1);
}
