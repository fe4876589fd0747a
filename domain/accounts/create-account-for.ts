import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { type Account, insertAccount } from "#domain/accounts/insert-account.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

export const createAccountSchema = z.strictObject({ name: z.string().trim().min(1, "must not be empty").max(120) });

/**
 * Makes an account with an existing user as its admin, for whoever commands the machine.
 * @throws HubError NOT_FOUND when nobody has this address
 */
export async function createAccountFor(
  db: Database,
  { name, adminEmail, by }: { name: string; adminEmail: string; by: string },
): Promise<Account> {
  const address = adminEmail.trim().toLowerCase();
  return asSystem(db, async (tx) => {
    const [admin] = await tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = ${address}`);
    if (!admin) throw new HubError("NOT_FOUND", `No user has the address ${address}`);
    const account = await insertAccount(tx, name, admin.id);
    const ctx = { db, tx, actor: systemActor(account.id, by), requestId: null };
    const detail = { name: account.name, admin: admin.id };
    await recordAudit(ctx, { action: "account.create", targetType: "account", targetId: account.id, detail });
    return account;
  });
}
