import * as z from "zod";
import type { Database } from "#db/client.ts";
import { type AccountOfUser, listAccounts } from "#domain/accounts/list-accounts.ts";
import { checkPassword } from "#domain/auth/check-password.ts";
import { accessTokenLifetime, signAccessToken } from "#lib/auth/access-token.ts";
import { profiles } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";

export const issueTokenSchema = z.strictObject({
  email: z.string().min(1).max(254),
  // Not the rules for a new password: whatever is sent is compared.
  password: z.string().min(1).max(1000),
  account_id: z.uuid().toLowerCase().optional(),
  profile: z.enum(profiles).optional(),
});

export type IssuedToken = {
  access_token: string;
  token_type: "Bearer";
  /** Seconds. */
  expires_in: number;
  accounts: Pick<AccountOfUser, "id" | "name" | "role">[];
};

/**
 * A JWT for an e-mail address and a password. With `account_id` it names the account that
 * requests without `X-Account-ID` mean.
 * @throws HubError UNAUTHENTICATED, RATE_LIMITED, FORBIDDEN when the user is not a member of `account_id`
 */
export async function issueToken(
  db: Database,
  input: z.output<typeof issueTokenSchema>,
  clientIp: string | null,
): Promise<IssuedToken> {
  const user = await checkPassword(db, input, clientIp);
  const accounts = await listAccounts(db, user.id);
  if (input.account_id && !accounts.some(({ id }) => id === input.account_id)) {
    throw new HubError("FORBIDDEN", "You are not a member of this account");
  }
  return {
    access_token: await signAccessToken({
      sub: user.id,
      sv: user.sessionVersion,
      ...(input.account_id ? { account_id: input.account_id } : {}),
      ...(input.profile ? { profile: input.profile } : {}),
    }),
    token_type: "Bearer",
    expires_in: accessTokenLifetime,
    accounts: accounts.map(({ id, name, role }) => ({ id, name, role })),
  };
}
