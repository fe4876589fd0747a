import { eq } from "drizzle-orm";
import { vi } from "vitest";
import type { Database } from "#db/client.ts";
import { memberships, users } from "#db/schema/people.ts";
import { insertAccount } from "#domain/accounts/insert-account.ts";
import { asSystem, type Ctx } from "#domain/context.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";

export const testPassword = "correct horse battery";

/** A person with `testPassword`, for database tests. */
export async function insertTestUser(db: Database, email: string): Promise<{ id: string; email: string }> {
  const passwordHash = await hashPassword(testPassword);
  const [user] = await db.insert(users).values({ email, name: email, passwordHash }).returning();
  if (!user) throw new Error("an insert returned no row");
  return { id: user.id, email };
}

/** An account with its first admin. */
export function insertTestAccount(db: Database, name: string, adminId: string): Promise<{ id: string; slug: string }> {
  return asSystem(db, (tx) => insertAccount(tx, name, adminId));
}

export async function addTestMember(db: Database, accountId: string, userId: string, role: Role): Promise<void> {
  await asSystem(db, (tx) => tx.insert(memberships).values({ accountId, userId, role }));
}

/** The context of a person in an account, as a request of theirs would have it. */
export async function ctxOf(db: Database, accountId: string, userId: string, role: Role): Promise<Ctx> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  const actor = {
    type: "user" as const,
    id: userId,
    name: user?.name ?? "",
    accountId,
    createdBy: userId,
    userId,
    role,
    scopes: new Set(scopesByRole[role]),
    profile: null,
  };
  return { db, actor, requestId: null };
}

/** Holds the clock in the middle of a window of counted attempts, that none ends between two; until `vi.useRealTimers()`. */
export function holdAttemptWindow(): void {
  const windowMs = 15 * 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: (Math.floor(Date.now() / windowMs) + 0.5) * windowMs });
}
