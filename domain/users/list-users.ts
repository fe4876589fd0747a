import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships, users } from "#db/schema/people.ts";
import { asSystem } from "#domain/context.ts";
import type { Role } from "#lib/contract/access.ts";

export type ListedUser = { email: string; name: string; memberships: { account: string; role: Role }[] };

/** Everyone, with the accounts they belong to, for whoever commands the machine. */
export async function listUsers(db: Database): Promise<ListedUser[]> {
  const rows = await asSystem(db, (tx) =>
    tx
      .select({ id: users.id, email: users.email, name: users.name, account: accounts.slug, role: memberships.role })
      .from(users)
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .leftJoin(accounts, eq(accounts.id, memberships.accountId))
      .orderBy(asc(users.createdAt), asc(memberships.createdAt)),
  );
  const byId = new Map<string, ListedUser>();
  for (const { id, email, name, account, role } of rows) {
    const user = byId.get(id) ?? { email, name, memberships: [] };
    if (account && role) user.memberships.push({ account, role });
    byId.set(id, user);
  }
  return [...byId.values()];
}
