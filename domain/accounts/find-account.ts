import { asc, eq, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import type { Account } from "#domain/accounts/insert-account.ts";
import { HubError } from "#lib/errors.ts";

/**
 * The account that the command line means: by id, slug or name, or the only one there is.
 * @throws HubError NOT_FOUND, with the accounts to choose from
 */
export async function findAccountByName(db: Database, named: string | null): Promise<Account> {
  const match = named
    ? or(sql`${accounts.id}::text = ${named.toLowerCase()}`, eq(accounts.slug, named), eq(accounts.name, named))
    : undefined;
  const found = await db.select().from(accounts).where(match).orderBy(asc(accounts.createdAt)).limit(20);
  const [only] = found;
  if (only && found.length === 1) return only;
  const all = await db.select({ slug: accounts.slug }).from(accounts).orderBy(asc(accounts.createdAt)).limit(20);
  const known = all.map(({ slug }) => slug).join(", ");
  if (!known) throw new HubError("NOT_FOUND", "There is no account yet; complete the set-up first");
  throw new HubError(
    "NOT_FOUND",
    named ? `No account is called ${named}; there are: ${known}` : `Name one of the accounts: ${known}`,
  );
}
