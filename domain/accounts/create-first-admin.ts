import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { type Account, insertAccount } from "#domain/accounts/insert-account.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { systemActor } from "#domain/auth/system-actor.ts";

type FirstAdmin = { name: string; email: string; passwordHash: string; accountName: string };

/** The first user, as admin of the first account, with its audit row. The transaction runs in the system's scope. */
export async function createFirstAdmin(
  tx: Transaction,
  input: FirstAdmin,
  by: string,
): Promise<{ userId: string; account: Account }> {
  const { name, email, passwordHash, accountName } = input;
  const [user] = await tx.insert(users).values({ name, email, passwordHash }).returning({ id: users.id });
  if (!user) throw new Error("an insert returned no row");
  const account = await insertAccount(tx, accountName, user.id);
  const actor = systemActor(account.id, by);
  await recordAudit(
    { db: tx, tx, actor, requestId: null },
    {
      action: "account.create",
      targetType: "account",
      targetId: account.id,
      detail: { name: account.name, admin: user.id },
    },
  );
  return { userId: user.id, account };
}
