import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { apiKeys } from "#db/schema/api-keys.ts";
import { users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { keyPrefix } from "#domain/auth/authenticate-key.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { type Ctx, inAccount, requireScope, type TxCtx, withAccount } from "#domain/context.ts";
import type { CreatedKey, CreateKey } from "#domain/keys/key-schema.ts";
import { hashSecretToken, newSecretToken } from "#lib/auth/secret-token.ts";
import { scopes as allScopes, type Scope } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";

/** Letters of a key that lists show, its `oh_` included. */
const shownLength = 10;

/**
 * Makes an API key; the answer is the only one that carries it.
 * @throws HubError FORBIDDEN when it would have rights that its creator lacks
 */
export async function createKey(ctx: Ctx, input: CreateKey): Promise<CreatedKey> {
  requireScope(ctx, "account:admin");
  const held = ctx.actor.scopes;
  const wanted = input.scopes ?? [...held].filter((scope) => scope !== "account:admin");
  const beyond = wanted.filter((scope) => !held.has(scope));
  if (beyond.length > 0) {
    const message = `A key cannot have rights that its creator lacks: ${beyond.join(", ")}`;
    throw new HubError("FORBIDDEN", message, { details: { field: "scopes", reason: message } });
  }
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    return insertKey(txCtx, { ...input, scopes: wanted }, await ownerOf(txCtx));
  });
}

/**
 * Makes a key for whoever commands the machine: it belongs to the account and to no person, and has every right unless
 * `scopes` names some.
 */
export async function createKeyForAccount(
  db: Database,
  { accountId, by, ...input }: CreateKey & { accountId: string; by: string },
): Promise<CreatedKey> {
  const actor = systemActor(accountId, by);
  return withAccount(db, accountId, (tx) =>
    insertKey({ db, tx, actor, requestId: null }, { ...input, scopes: input.scopes ?? [...allScopes] }, null),
  );
}

async function insertKey(
  ctx: TxCtx,
  input: CreateKey & { scopes: Scope[] },
  owner: CreatedKey["createdBy"],
): Promise<CreatedKey> {
  const key = newSecretToken(keyPrefix);
  const [row] = await ctx.tx
    .insert(apiKeys)
    .values({
      accountId: ctx.actor.accountId,
      name: input.name,
      prefix: key.slice(0, shownLength),
      keyHash: hashSecretToken(key),
      scopes: allScopes.filter((scope) => input.scopes.includes(scope)),
      profile: input.profile ?? null,
      limitPerMinute: input.limit_per_minute ?? null,
      limitBurst: input.limit_burst ?? null,
      expiresAt: input.expires_at ? new Date(input.expires_at) : null,
      createdBy: owner?.id ?? null,
    })
    .returning();
  if (!row) throw new Error("an insert returned no row");
  await recordAudit(ctx, {
    action: "key.create",
    targetType: "key",
    targetId: row.id,
    detail: { name: row.name, prefix: row.prefix, scopes: row.scopes },
  });
  const { keyHash: _, accountId: __, ...summary } = row;
  return { ...summary, createdBy: owner, key };
}

/** Whose rights bound the new key: the person who makes it, or the owner of the key that does. */
async function ownerOf(ctx: TxCtx): Promise<CreatedKey["createdBy"]> {
  const { actor, tx } = ctx;
  if (actor.userId) return { id: actor.userId, name: actor.name };
  if (actor.type !== "key") return null;
  const [owner] = await tx
    .select({ id: users.id, name: users.name })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdBy))
    .where(and(eq(apiKeys.accountId, actor.accountId), eq(apiKeys.id, actor.id)));
  return owner ?? null;
}
