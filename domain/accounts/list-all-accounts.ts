import { asc, count, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/people.ts";
import { asSystem } from "#domain/context.ts";

/** Every account of the installation, the oldest first, for whoever commands the machine. */
export async function listAllAccounts(
  db: Database,
): Promise<{ id: string; name: string; slug: string; members: number }[]> {
  return asSystem(db, (tx) =>
    tx
      .select({ id: accounts.id, name: accounts.name, slug: accounts.slug, members: count(memberships.userId) })
      .from(accounts)
      .leftJoin(memberships, eq(memberships.accountId, accounts.id))
      .groupBy(accounts.id)
      .orderBy(asc(accounts.createdAt)),
  );
}
