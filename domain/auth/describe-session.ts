import { eq } from "drizzle-orm";
import { users } from "#db/schema/people.ts";
import { type AccountOfUser, listAccounts } from "#domain/accounts/list-accounts.ts";
import type { Ctx } from "#domain/context.ts";
import type { Scope } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";

export type SessionDescription = {
  user: { id: string; name: string; email: string };
  account: AccountOfUser & { scopes: Scope[] };
  accounts: AccountOfUser[];
};

/** Who is signed in, in which account, and where they may switch to. @throws HubError FORBIDDEN for a key */
export async function describeSession(ctx: Ctx): Promise<SessionDescription> {
  const { userId, accountId, scopes } = ctx.actor;
  if (!userId) throw new HubError("FORBIDDEN", "Only a person has a session");
  const columns = { id: users.id, name: users.name, email: users.email };
  const [[user], accounts] = await Promise.all([
    ctx.db.select(columns).from(users).where(eq(users.id, userId)),
    listAccounts(ctx.db, userId),
  ]);
  const account = accounts.find(({ id }) => id === accountId);
  if (!user || !account) throw new HubError("UNAUTHENTICATED", "You have been signed out");
  return { user, account: { ...account, scopes: [...scopes] }, accounts };
}
