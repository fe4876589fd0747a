import * as z from "zod";
import type { Database } from "#db/client.ts";
import { createFirstAdmin } from "#domain/accounts/create-first-admin.ts";
import { lockForFirstUser } from "#domain/accounts/first-user-lock.ts";
import { asSystem } from "#domain/context.ts";
import { findOneTimeToken, linkNotUsable, redeemOneTimeToken } from "#domain/users/one-time-token.ts";
import { hashPassword } from "#lib/auth/password-hash.ts";
import { emailSchema, passwordSchema, personNameSchema } from "#lib/auth/password-schema.ts";

export const completeSetupSchema = z.strictObject({
  token: z.string().min(1).max(200),
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  account_name: z.string().trim().min(1, "must not be empty").max(120),
});

export type CompleteSetup = { token: string; name: string; email: string; password: string; accountName: string };

/** Whether a set-up link still works; the page asks before it shows its form. */
async function isSetupLinkUsable(db: Database, token: string): Promise<boolean> {
  return (await findOneTimeToken(db, "setup", token)) !== null;
}

/**
 * Makes the first user, admin of the first account, for whoever holds the set-up link. Works once.
 * @throws HubError NOT_FOUND when the link was used, replaced or is too old
 */
export async function completeSetup(
  db: Database,
  input: CompleteSetup,
): Promise<{ userId: string; accountId: string; accountSlug: string }> {
  // Before the hash, which is slow on purpose: a wrong link must not cost much.
  if (!(await isSetupLinkUsable(db, input.token))) throw linkNotUsable();
  const passwordHash = await hashPassword(input.password);
  return asSystem(db, async (tx) => {
    if (!(await lockForFirstUser(tx))) throw linkNotUsable();
    await redeemOneTimeToken(tx, "setup", input.token);
    const { userId, account } = await createFirstAdmin(tx, { ...input, passwordHash }, "set-up link");
    return { userId, accountId: account.id, accountSlug: account.slug };
  });
}
