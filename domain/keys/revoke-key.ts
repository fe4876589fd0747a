import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/api-keys.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Ends a key at once and for good; one that is revoked already stays so.
 * @throws HubError NOT_FOUND, the same for another account's key as for none
 */
export async function revokeKey(ctx: Ctx, input: { id: string }): Promise<void> {
  requireScope(ctx, "account:admin");
  await inAccount(ctx, async (tx) => {
    const isIt = and(eq(apiKeys.accountId, ctx.actor.accountId), eq(apiKeys.id, input.id));
    const [key] = isUuid(input.id) ? await tx.select({ name: apiKeys.name }).from(apiKeys).where(isIt) : [];
    if (!key) throw new HubError("NOT_FOUND", "No such key in this account");
    const [revoked] = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(isIt, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (!revoked) return;
    await recordAudit(
      { ...ctx, tx },
      { action: "key.revoke", targetType: "key", targetId: input.id, detail: { name: key.name } },
    );
  });
}
