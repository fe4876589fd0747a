import slugify from "@sindresorhus/slugify";
import type { Transaction } from "#db/client.ts";
import { accountSettings, accounts } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/people.ts";

export type Account = typeof accounts.$inferSelect;

/** Makes an account with its settings and its first admin. The transaction must run in the system's scope. */
export async function insertAccount(tx: Transaction, name: string, adminId: string): Promise<Account> {
  const account = await insertUnderFreeSlug(tx, name);
  await tx.insert(accountSettings).values({ accountId: account.id });
  await tx.insert(memberships).values({ accountId: account.id, userId: adminId, role: "admin" });
  return account;
}

/** `acme`, or `acme-2`, … when others have the name. The unique index decides, so two at once cannot take one slug. */
async function insertUnderFreeSlug(tx: Transaction, name: string): Promise<Account> {
  const base = slugify(name).slice(0, 60) || "account";
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    const [account] = await tx.insert(accounts).values({ name, slug }).onConflictDoNothing().returning();
    if (account) return account;
  }
}
