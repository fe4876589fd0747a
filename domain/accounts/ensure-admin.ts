import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { oneTimeTokens } from "#db/schema/people.ts";
import { createFirstAdmin } from "#domain/accounts/create-first-admin.ts";
import { lockForFirstUser } from "#domain/accounts/first-user-lock.ts";
import { asSystem } from "#domain/context.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";

/**
 * Makes the admin that `ADMIN_EMAIL` and `ADMIN_PASSWORD` name, with an account "Main", when there is no user yet; ends
 * any set-up link. An existing user is left as they are.
 * @returns whether it made one.
 */
export async function ensureAdmin(db: Database, input: { email: string; password: string }): Promise<boolean> {
  const email = input.email.trim().toLowerCase();
  return asSystem(db, async (tx) => {
    if (!(await lockForFirstUser(tx))) return false;
    const passwordHash = await hashPassword(input.password);
    const name = email.split("@")[0] ?? email;
    await createFirstAdmin(tx, { name, email, passwordHash, accountName: "Main" }, "environment");
    await tx.delete(oneTimeTokens).where(eq(oneTimeTokens.purpose, "setup"));
    return true;
  });
}
