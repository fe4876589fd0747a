import { and, eq, sql } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/audit.ts";
import { asDatabase, type Ctx, inAccount } from "#domain/context.ts";
import { openJson, sealJson } from "#lib/auth/sealed-json.ts";
import type { Json } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";

export type RepeatableRequest = {
  /** `POST /api/tasks` */
  route: string;
  /** The Idempotency-Key header. */
  key: string;
  bodySha256: string;
};

export type RecordedAnswer = { status: number; body: Json };

/**
 * Carries out a request at most once for its key: the key's row and the effect commit together, and a repeat gets the
 * first answer. What fails leaves nothing, so it may be tried again under the same key.
 * @throws HubError IDEMPOTENCY_IN_FLIGHT while the first is under way; IDEMPOTENCY_MISMATCH for another body
 */
export async function runOnce(
  ctx: Ctx,
  request: RepeatableRequest,
  run: (ctx: Ctx) => Promise<RecordedAnswer>,
): Promise<RecordedAnswer & { replayed: boolean }> {
  const { accountId } = ctx.actor;
  const { route, key, bodySha256 } = request;
  return inAccount(ctx, async (tx) => {
    const lockName = `idempotency ${accountId} ${route} ${key}`;
    const [lock] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${lockName}, 0)) as held`,
    );
    if (!lock?.held) {
      throw new HubError("IDEMPOTENCY_IN_FLIGHT", "A request with this Idempotency-Key is still being carried out", {
        headers: { "retry-after": "1" },
      });
    }
    const own = and(
      eq(idempotencyKeys.accountId, accountId),
      eq(idempotencyKeys.route, route),
      eq(idempotencyKeys.key, key),
    );
    const isFresh = sql`${idempotencyKeys.createdAt} > now() - interval '24 hours'`;
    const [first] = await tx.select().from(idempotencyKeys).where(and(own, isFresh));
    if (first) {
      if (first.bodySha256 !== bodySha256) {
        throw new HubError("IDEMPOTENCY_MISMATCH", "This Idempotency-Key was used with another body", {
          details: { field: "Idempotency-Key", reason: "send a new key for a new request" },
        });
      }
      return { status: first.status, body: openJson(String(first.response)), replayed: true };
    }
    await tx.delete(idempotencyKeys).where(own);
    // The verbs open their transactions within this one, as savepoints.
    const answer = await run({ ...ctx, db: asDatabase(tx) });
    await tx
      .insert(idempotencyKeys)
      .values({ accountId, route, key, bodySha256, status: answer.status, response: sealJson(answer.body) });
    return { ...answer, replayed: false };
  });
}
