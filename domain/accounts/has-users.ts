import type { Database } from "#db/client.ts";
import { users } from "#db/schema/people.ts";

/** Whether the hub is set up: before its first user there is nobody who could sign in. */
export async function hasUsers(db: Database): Promise<boolean> {
  const [user] = await db.select({ id: users.id }).from(users).limit(1);
  return user !== undefined;
}
