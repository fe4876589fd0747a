import { and, asc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { ApprovalFacts } from "#db/queries/approvals.ts";
import { memberships, users } from "#db/schema/people.ts";
import type { RefusalReason } from "#domain/approvals/judge-approval.ts";
import { roles, scopesByRole } from "#lib/contract/access.ts";
import type { ApprovalRefusal } from "#lib/contract/approval.ts";
import { HubError } from "#lib/errors.ts";

const reviewers = roles.filter((role) => scopesByRole[role].includes("tasks:review"));

/** The refusal in words, with those who can do what was refused. */
export async function explainRefusal(
  tx: Transaction,
  accountId: string,
  facts: ApprovalFacts,
  reason: RefusalReason,
): Promise<ApprovalRefusal> {
  const whoCan = await readOthers(tx, accountId, facts);
  return { reason, message: `${causes[reason](facts)} ${remedy(whoCan, facts)}`, whoCan };
}

export function refusalError(refusal: ApprovalRefusal, { needed, given }: ApprovalFacts): HubError {
  const code = refusal.reason === "already_approved" ? "ALREADY_APPROVED" : "APPROVAL_NOT_ALLOWED";
  return new HubError(code, refusal.message, {
    details: {
      reason: refusal.reason,
      who_can: refusal.whoCan,
      approvals_needed: needed,
      approvals_given: given.map(({ name, at }) => ({ name, at })),
    },
  });
}

const causes: Record<RefusalReason, (facts: ApprovalFacts) => string> = {
  asked_for_it: (facts) => `You asked for this task, and ${typeOf(facts)} is approved by somebody else here.`,
  edited_it: (facts) => `You edited this text, and ${typeOf(facts)} is approved by somebody else here.`,
  already_approved: (facts) => `You have approved this revision; ${missing(facts)} to approve it too.`,
  no_person: () => "This key belongs to no person, and the policy for this type counts people.",
};

function typeOf({ taskType }: ApprovalFacts): string {
  return `work of the type ${taskType.replaceAll("_", " ")}`;
}

function missing({ needed, given }: ApprovalFacts): string {
  const left = needed - given.length;
  return left === 1 ? "one more person has" : `${left} more people have`;
}

function remedy(names: string[], { needed, given }: ApprovalFacts): string {
  if (names.length < needed - given.length) {
    const who = names.length === 0 ? "Nobody else who may is" : `Only ${names.join(" and ")} could, which is too few`;
    return `${who} in this account: an admin can add a reviewer or change the policy.`;
  }
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const last = shown.at(-1);
  return shown.length === 1 ? `${last} can.` : `${shown.slice(0, -1).join(", ")} or ${last} can.`;
}

/** Members who may review and have no part in this one yet, by name. */
async function readOthers(tx: Transaction, accountId: string, facts: ApprovalFacts): Promise<string[]> {
  const own = facts.ownAllowed ? [] : [...facts.askedBy, ...facts.editedBy];
  const out = [...own, ...facts.given.flatMap(({ user_id: userId }) => userId ?? [])];
  const rows = await tx
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.accountId, accountId),
        inArray(memberships.role, reviewers),
        isNull(users.disabledAt),
        out.length > 0 ? notInArray(memberships.userId, out) : undefined,
      ),
    )
    .orderBy(asc(users.name));
  return rows.map(({ name }) => name);
}
