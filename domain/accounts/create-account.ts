import * as z from "zod";
import { type Account, insertAccount } from "#domain/accounts/insert-account.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { asSystem, type Ctx, requireScope } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

export const createAccountSchema = z.strictObject({ name: z.string().trim().min(1, "must not be empty").max(120) });

/**
 * Makes another account, with the person who asks as its admin. Only admins may, and only as themselves: a key belongs
 * to one account.
 * @throws HubError FORBIDDEN
 */
export async function createAccount(ctx: Ctx, input: { name: string }): Promise<Account> {
  requireScope(ctx, "account:admin");
  const { userId } = ctx.actor;
  if (!userId) throw new HubError("FORBIDDEN", "Only a person can create an account");
  return asSystem(ctx.db, async (tx) => {
    const account = await insertAccount(tx, input.name, userId);
    const there = { ...ctx, tx, actor: { ...ctx.actor, accountId: account.id } };
    await recordAudit(there, {
      action: "account.create",
      targetType: "account",
      targetId: account.id,
      detail: { name: account.name, admin: userId },
    });
    return account;
  });
}
