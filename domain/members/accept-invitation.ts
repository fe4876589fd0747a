import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database, Transaction } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships, users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { checkPassword } from "#domain/auth/check-password.ts";
import { asSystem } from "#domain/context.ts";
import { findOneTimeToken, linkNotUsable, redeemOneTimeToken } from "#domain/users/one-time-token.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { passwordSchema, personNameSchema } from "#lib/auth/password-schema.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import { HubError, validationError } from "#lib/errors.ts";

/** Name and password are those of people who are new to the hub; others keep their name and show their password. */
export const acceptInvitationSchema = z.strictObject({
  token: z.string().min(1).max(200),
  name: personNameSchema.optional(),
  password: passwordSchema.optional(),
});

export type Invitation = { email: string; role: Role; accountName: string; hasUser: boolean };

/** What an invitation says, for the page that it opens; null when it works no more. */
export async function findInvitation(db: Database, token: string): Promise<Invitation | null> {
  const found = await findOneTimeToken(db, "invitation", token);
  if (!found?.email || !found.accountId || !found.role) return null;
  const [account] = await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, found.accountId));
  if (!account) return null;
  const user = await findUserId(db, found.email);
  return { email: found.email, role: found.role, accountName: account.name, hasUser: user !== null };
}

/** What is known of whoever follows the link, beside it. */
export type Follower = { sessionUserId: string | null; clientIp: string | null };

/**
 * Joins the account that the link is for. For someone new the link proves the address: an admin gave it to that person. For
 * someone who has a user it is not enough, for that admin has it too, and would bring whom they like into the account.
 * @throws HubError NOT_FOUND when the link works no more; VALIDATION_ERROR when someone new gives no name or password, or
 *   someone known neither their password nor their session; RATE_LIMITED
 */
export async function acceptInvitation(
  db: Database,
  input: z.output<typeof acceptInvitationSchema>,
  follower: Follower,
): Promise<{ email: string; userId: string; accountId: string }> {
  const invitation = await findInvitation(db, input.token);
  if (!invitation) throw linkNotUsable();
  if (invitation.hasUser) await requireSelf(db, invitation.email, input.password, follower);
  const newcomer = invitation.hasUser ? null : requireNewcomer(input);
  const passwordHash = newcomer ? await hashPassword(newcomer.password) : null;
  return asSystem(db, async (tx) => {
    const { email, accountId, role } = await redeemOneTimeToken(tx, "invitation", input.token);
    if (!email || !accountId || !role) throw linkNotUsable();
    const user = newcomer
      ? await insertUser(tx, { email, name: newcomer.name, passwordHash })
      : await getUser(tx, email);
    await tx.insert(memberships).values({ accountId, userId: user.id, role }).onConflictDoNothing();
    const actor = {
      type: "user" as const,
      id: user.id,
      name: user.name,
      accountId,
      createdBy: user.id,
      userId: user.id,
      role,
      scopes: new Set(scopesByRole[role]),
      profile: null,
    };
    await recordAudit(
      { db, tx, actor, requestId: null },
      {
        action: "member.join",
        targetType: "member",
        targetId: user.id,
        detail: { email, role },
      },
    );
    return { email, userId: user.id, accountId };
  });
}

function requireNewcomer({ name, password }: { name?: string; password?: string }): { name: string; password: string } {
  if (name && password) return { name, password };
  throw validationError([
    ...(name ? [] : [{ path: "name", message: "is required" }]),
    ...(password ? [] : [{ path: "password", message: "is required" }]),
  ]);
}

async function requireSelf(db: Database, email: string, password: string | undefined, follower: Follower) {
  const { sessionUserId, clientIp } = follower;
  if (sessionUserId !== null && sessionUserId === (await findUserId(db, email))) return;
  const faulty = (message: string) => validationError([{ path: "password", message }]);
  if (!password) throw faulty("is required: you have a user here already, so give its password, or sign in first");
  await checkPassword(db, { email, password }, clientIp).catch((error: unknown) => {
    if (!(error instanceof HubError) || error.code !== "UNAUTHENTICATED") throw error;
    throw faulty("is not the one of the user that you have here already");
  });
}

/** @throws HubError NOT_FOUND when they became a user meanwhile: on the next try they are asked who they are */
async function insertUser(
  tx: Transaction,
  newcomer: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string; name: string }> {
  const columns = { id: users.id, name: users.name };
  const [inserted] = await tx.insert(users).values(newcomer).onConflictDoNothing().returning(columns);
  if (!inserted) throw linkNotUsable();
  return inserted;
}

async function getUser(tx: Transaction, email: string): Promise<{ id: string; name: string }> {
  const columns = { id: users.id, name: users.name };
  const [existing] = await tx.select(columns).from(users).where(sql`lower(${users.email}) = ${email}`);
  if (!existing) throw linkNotUsable();
  return existing;
}

async function findUserId(db: Database, email: string): Promise<string | null> {
  const [user] = await db.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = ${email}`);
  return user?.id ?? null;
}
