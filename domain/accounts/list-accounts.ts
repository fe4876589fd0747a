import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/people.ts";
import { asSystem } from "#domain/context.ts";
import type { Role } from "#lib/contract/access.ts";

export type AccountOfUser = { id: string; name: string; slug: string; role: Role };

/** The accounts that a person is a member of, the oldest membership first: for the switcher and `POST /api/token`. */
export async function listAccounts(db: Database, userId: string): Promise<AccountOfUser[]> {
  return asSystem(db, (tx) =>
    tx
      .select({ id: accounts.id, name: accounts.name, slug: accounts.slug, role: memberships.role })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(eq(memberships.userId, userId))
      .orderBy(asc(memberships.createdAt), asc(memberships.accountId)),
  );
}
