import { desc, eq } from "drizzle-orm";
import { apiKeys } from "#db/schema/api-keys.ts";
import { users } from "#db/schema/people.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { KeySummary } from "#lib/contract/key-response.ts";

/** The account's keys, the newest first, revoked ones included: a log line may name one. */
export async function listKeys(ctx: Ctx): Promise<KeySummary[]> {
  requireScope(ctx, "account:admin");
  return inAccount(ctx, (tx) =>
    tx
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        prefix: apiKeys.prefix,
        scopes: apiKeys.scopes,
        profile: apiKeys.profile,
        limitPerMinute: apiKeys.limitPerMinute,
        limitBurst: apiKeys.limitBurst,
        expiresAt: apiKeys.expiresAt,
        revokedAt: apiKeys.revokedAt,
        lastUsedAt: apiKeys.lastUsedAt,
        createdAt: apiKeys.createdAt,
        createdBy: { id: users.id, name: users.name },
      })
      .from(apiKeys)
      .leftJoin(users, eq(users.id, apiKeys.createdBy))
      .where(eq(apiKeys.accountId, ctx.actor.accountId))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
  );
}
