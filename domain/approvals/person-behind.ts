import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { apiKeys } from "#db/schema/api-keys.ts";
import type { Actor } from "#domain/context.ts";

/** The user who answers for what this actor does: a key's owner, and null for a key that has none. */
export async function personBehind(tx: Transaction, actor: Actor): Promise<string | null> {
  if (actor.userId !== null || actor.type !== "key") return actor.userId;
  const [key] = await tx
    .select({ owner: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, actor.accountId), eq(apiKeys.id, actor.id)));
  return key?.owner ?? null;
}
