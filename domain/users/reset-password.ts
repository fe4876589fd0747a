import { and, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database, Transaction } from "#db/client.ts";
import { memberships, oneTimeTokens, users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, type Ctx, requireScope, type TxCtx } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { mailLink } from "#domain/mail/mail-link.ts";
import { memberNotFound } from "#domain/members/find-member.ts";
import {
  findOneTimeToken,
  issueOneTimeToken,
  linkNotUsable,
  redeemOneTimeToken,
} from "#domain/users/one-time-token.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { passwordSchema } from "#lib/auth/password-schema.ts";
import { HubError } from "#lib/errors.ts";
import { absoluteUrl } from "#lib/http/links.ts";

export const completePasswordResetSchema = z.strictObject({
  token: z.string().min(1).max(200),
  password: passwordSchema,
});

export type ResetLink = { token: string; expiresAt: Date };

const hours = 24;

/**
 * A link for a new password, for whoever commands the machine.
 * @throws HubError NOT_FOUND when nobody has this address
 */
export async function resetPassword(db: Database, email: string): Promise<ResetLink> {
  const address = email.trim().toLowerCase();
  const [user] = await db.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = ${address}`);
  if (!user) throw new HubError("NOT_FOUND", `No user has the address ${address}`);
  return db.transaction((tx) => issueLink(tx, user.id));
}

/**
 * A link for a member's new password, for an admin to hand on. Only for someone who belongs to this account alone:
 * whoever holds the link becomes them, in every account they have.
 * @throws HubError NOT_FOUND, FORBIDDEN
 */
export async function createResetLink(ctx: Ctx, input: { userId: string }): Promise<ResetLink & { mailed: boolean }> {
  requireScope(ctx, "account:admin");
  const { userId } = input;
  if (!isUuid(userId)) throw memberNotFound();
  return asSystem(ctx.db, async (tx) => {
    const ofUser = await tx.select().from(memberships).where(eq(memberships.userId, userId));
    if (!ofUser.some(({ accountId }) => accountId === ctx.actor.accountId)) throw memberNotFound();
    if (ofUser.length > 1) {
      throw new HubError("FORBIDDEN", "This member belongs to other accounts too; the operator can make the link");
    }
    await recordAudit({ ...ctx, tx }, { action: "user.reset_link", targetType: "user", targetId: userId });
    const link = await issueLink(tx, userId, ctx.actor.accountId);
    return { ...link, mailed: await mailResetLink({ ...ctx, tx }, userId, link.token) };
  });
}

/** The address that a link is for; null when it works no more. */
export async function findPasswordReset(db: Database, token: string): Promise<{ email: string } | null> {
  const found = await findOneTimeToken(db, "password_reset", token);
  if (!found?.userId) return null;
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, found.userId));
  return user ?? null;
}

/**
 * Sets the new password and ends every session and token of before.
 * @throws HubError NOT_FOUND when the link works no more
 */
export async function completePasswordReset(
  db: Database,
  input: { token: string; password: string },
): Promise<{ email: string }> {
  if (!(await findOneTimeToken(db, "password_reset", input.token))) throw linkNotUsable();
  const passwordHash = await hashPassword(input.password);
  return asSystem(db, async (tx) => {
    const { userId, accountId } = await redeemOneTimeToken(tx, "password_reset", input.token);
    if (userId && accountId && !(await belongsOnlyTo(tx, userId, accountId))) throw linkNotUsable();
    const email = userId ? await setPassword(tx, userId, passwordHash, "password link") : null;
    if (email === null) throw linkNotUsable();
    return { email };
  });
}

/** Stores a password's hash, ends all sessions and other links, and notes it in every account of the user. */
export async function setPassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
  by: string,
): Promise<string | null> {
  const [user] = await tx
    .update(users)
    .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId))
    .returning({ email: users.email });
  await endOtherLinks(tx, userId);
  await sendSignal(tx, { accountId: null, userId }, { type: "access" });
  const ofUser = await tx.select().from(memberships).where(eq(memberships.userId, userId));
  for (const { accountId } of ofUser) {
    const ctx = { db: tx, tx, actor: systemActor(accountId, by), requestId: null };
    await recordAudit(ctx, { action: "user.password", targetType: "user", targetId: userId });
  }
  return user?.email ?? null;
}

/** Mails a link to the person whom it is for. */
export async function mailResetLink(ctx: TxCtx, userId: string, token: string): Promise<boolean> {
  const [user] = await ctx.tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) return false;
  const url = absoluteUrl(`/reset-password?token=${encodeURIComponent(token)}`);
  return mailLink(ctx, "password_reset", { to: user.email, url, by: null });
}

/** @param accountId of the admin who has the link: who joins another account meanwhile must not be theirs to become */
async function issueLink(tx: Transaction, userId: string, accountId?: string): Promise<ResetLink> {
  await endOtherLinks(tx, userId);
  return issueOneTimeToken(tx, { purpose: "password_reset", userId, accountId, hours });
}

async function belongsOnlyTo(tx: Transaction, userId: string, accountId: string): Promise<boolean> {
  const ofUser = await tx.select().from(memberships).where(eq(memberships.userId, userId));
  return ofUser.every((membership) => membership.accountId === accountId);
}

async function endOtherLinks(tx: Transaction, userId: string): Promise<void> {
  await tx
    .delete(oneTimeTokens)
    .where(
      and(eq(oneTimeTokens.userId, userId), eq(oneTimeTokens.purpose, "password_reset"), isNull(oneTimeTokens.usedAt)),
    );
}
