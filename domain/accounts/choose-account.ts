import { type AccountOfUser, listAccounts } from "#domain/accounts/list-accounts.ts";
import type { Ctx } from "#domain/context.ts";
import { accountCookie } from "#lib/auth/account-cookie.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Switches a person to another of their accounts; the answer carries the `Set-Cookie` value that remembers it.
 * @throws HubError FORBIDDEN when they are not a member of it
 */
export async function chooseAccount(ctx: Ctx, accountId: string): Promise<{ account: AccountOfUser; cookie: string }> {
  const own = ctx.actor.userId ? await listAccounts(ctx.db, ctx.actor.userId) : [];
  const account = own.find(({ id }) => id === accountId);
  if (!account) throw new HubError("FORBIDDEN", "You are not a member of this account");
  return { account, cookie: accountCookie(account.id) };
}
