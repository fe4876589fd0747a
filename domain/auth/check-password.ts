import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { unauthenticated } from "#domain/auth/caller.ts";
import { countAttempt, forgiveAttempt, signInLimits } from "#domain/auth/throttle.ts";
import { verifyPassword } from "#lib/auth/password-hash.ts";

export type SignedInUser = { id: string; name: string; email: string; sessionVersion: number };

/**
 * Who has this address and password. Nobody learns from the words or the time of the answer whether there is such a
 * user.
 * @throws HubError UNAUTHENTICATED; RATE_LIMITED after 5 failures in 15 minutes from one place, 50 for all addresses
 */
export async function checkPassword(
  db: Database,
  { email, password }: { email: string; password: string },
  clientIp: string | null,
): Promise<SignedInUser> {
  const limits = signInLimits(email, clientIp);
  await countAttempt(db, limits);
  const user = await findUser(db, email);
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabledAt) throw unauthenticated("The email address or the password is wrong");
  await forgiveAttempt(db, limits);
  const { id, name, sessionVersion } = user;
  return { id, name, email: user.email, sessionVersion };
}

/** The user who signs in through a provider that vouches for the address; null for nobody's, or a disabled user's. */
export async function findUserByVerifiedEmail(db: Database, email: string): Promise<SignedInUser | null> {
  const user = await findUser(db, email);
  if (!user || user.disabledAt) return null;
  return { id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion };
}

async function findUser(db: Database, email: string) {
  const [user] = await db
    .select()
    .from(users)
    .where(sql`lower(${users.email}) = ${email.trim().toLowerCase()}`)
    .limit(1);
  return user ?? null;
}
