import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { memberships, users } from "#db/schema/people.ts";
import type { TxCtx } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import type { Member } from "#lib/contract/member.ts";
import { HubError, validationError } from "#lib/errors.ts";

/** @throws HubError NOT_FOUND, the same for a member of another account as for nobody */
export async function getMember(tx: Transaction, accountId: string, userId: string): Promise<Member> {
  const [member] = isUuid(userId)
    ? await tx
        .select({ id: users.id, name: users.name, email: users.email, role: memberships.role })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(and(eq(memberships.accountId, accountId), eq(memberships.userId, userId)))
    : [];
  if (!member) throw memberNotFound();
  return member;
}

export function memberNotFound(): HubError {
  return new HubError("NOT_FOUND", "No such member in this account");
}

/**
 * Holds the account's admins until the transaction ends, so that two who demote each other cannot both succeed.
 * @throws HubError VALIDATION_ERROR when `userId` is the only admin
 */
export async function requireAnotherAdmin(ctx: TxCtx, userId: string): Promise<void> {
  const admins = await ctx.tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.accountId, ctx.actor.accountId), eq(memberships.role, "admin")))
    .orderBy(memberships.userId)
    .for("update");
  if (admins.some(({ id }) => id !== userId)) return;
  throw validationError([{ path: "role", message: "an account keeps one admin: make someone else admin first" }]);
}

/** The names of those of these people who are members, by their id. */
export async function namesOfMembers(
  tx: Transaction,
  accountId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const members = await tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.accountId, accountId), inArray(memberships.userId, [...userIds])));
  return new Map(members.map(({ id, name }) => [id, name]));
}

export async function isMember(tx: Transaction, accountId: string, userId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), eq(memberships.userId, userId)));
  return row !== undefined;
}
