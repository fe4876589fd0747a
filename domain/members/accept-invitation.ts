import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database, Transaction } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships, users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { asSystem } from "#domain/context.ts";
import { findOneTimeToken, linkNotUsable, redeemOneTimeToken } from "#domain/users/one-time-token.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { passwordSchema, personNameSchema } from "#lib/auth/password-schema.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import { validationError } from "#lib/errors.ts";

/** Name and password are for people who are new to the hub; others keep theirs. */
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

/**
 * Joins the account that the link is for. The link proves the address: an admin gave it to that person.
 * @throws HubError NOT_FOUND when the link works no more; VALIDATION_ERROR when someone new gives no name or password
 */
export async function acceptInvitation(
  db: Database,
  input: z.output<typeof acceptInvitationSchema>,
): Promise<{ email: string; userId: string; accountId: string }> {
  const invitation = await findInvitation(db, input.token);
  if (!invitation) throw linkNotUsable();
  const newcomer = invitation.hasUser ? null : requireNewcomer(input);
  const passwordHash = newcomer ? await hashPassword(newcomer.password) : null;
  return asSystem(db, async (tx) => {
    const { email, accountId, role } = await redeemOneTimeToken(tx, "invitation", input.token);
    if (!email || !accountId || !role) throw linkNotUsable();
    const user = await findOrInsertUser(tx, { email, name: newcomer?.name ?? email, passwordHash });
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

async function findOrInsertUser(
  tx: Transaction,
  newcomer: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string; name: string }> {
  const columns = { id: users.id, name: users.name };
  const [inserted] = await tx.insert(users).values(newcomer).onConflictDoNothing().returning(columns);
  if (inserted) return inserted;
  const [existing] = await tx.select(columns).from(users).where(sql`lower(${users.email}) = ${newcomer.email}`);
  if (!existing) throw linkNotUsable();
  return existing;
}

async function findUserId(db: Database, email: string): Promise<string | null> {
  const [user] = await db.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = ${email}`);
  return user?.id ?? null;
}
