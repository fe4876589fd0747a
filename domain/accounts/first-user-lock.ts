import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/people.ts";

/**
 * Holds back, until this transaction ends, everyone else who would make the first user: the set-up link, the
 * environment's admin, and several processes that start at once.
 * @returns whether there is no user yet.
 */
export async function lockForFirstUser(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('oversight-hub first user'))`);
  const [user] = await tx.select({ id: users.id }).from(users).limit(1);
  return user === undefined;
}
