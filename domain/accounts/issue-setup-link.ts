import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { oneTimeTokens } from "#db/schema/people.ts";
import { lockForFirstUser } from "#domain/accounts/first-user-lock.ts";
import { issueOneTimeToken } from "#domain/users/one-time-token.ts";

/**
 * The token of the link that makes the first admin and account, for whoever started the hub; null when there is a user
 * already. A new one ends the one before: the link on the screen is the only one.
 */
export async function issueSetupLink(db: Database): Promise<string | null> {
  return db.transaction(async (tx) => {
    if (!(await lockForFirstUser(tx))) return null;
    await tx.delete(oneTimeTokens).where(eq(oneTimeTokens.purpose, "setup"));
    const { token } = await issueOneTimeToken(tx, { purpose: "setup", hours: 7 * 24 });
    return token;
  });
}
