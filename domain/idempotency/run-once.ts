import { sql } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/audit.ts";
import { asDatabase, type Ctx, inAccount } from "#domain/context.ts";
import {
  findKeptAnswer,
  type RecordedAnswer,
  type RepeatableRequest,
  whereKey,
} from "#domain/idempotency/kept-answer.ts";
import { sealJson } from "#lib/auth/sealed-json.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Carries out a request at most once for its key: the key's row and the effect commit together, and a repeat gets the
 * first answer. What fails leaves nothing but the record that it was refused, so it may be tried again under the same key.
 * @throws HubError IDEMPOTENCY_IN_FLIGHT while the first is under way; IDEMPOTENCY_MISMATCH for another body
 */
export async function runOnce(
  ctx: Ctx,
  request: RepeatableRequest,
  run: (ctx: Ctx) => Promise<RecordedAnswer>,
): Promise<RecordedAnswer & { replayed: boolean }> {
  const { accountId } = ctx.actor;
  const { route, key, bodySha256 } = request;
  const ifUndone: NonNullable<Ctx["ifUndone"]> = [];
  const answered = inAccount(ctx, async (tx) => {
    const lockName = `idempotency ${accountId} ${route} ${key}`;
    const [lock] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${lockName}, 0)) as held`,
    );
    if (!lock?.held) {
      throw new HubError("IDEMPOTENCY_IN_FLIGHT", "A request with this Idempotency-Key is still being carried out", {
        headers: { "retry-after": "1" },
      });
    }
    const first = await findKeptAnswer(tx, accountId, request);
    if (first) return { ...first, replayed: true };
    await tx.delete(idempotencyKeys).where(whereKey(accountId, request));
    // The verbs open their transactions within this one, as savepoints.
    const answer = await run({ ...ctx, db: asDatabase(tx), ifUndone });
    await tx
      .insert(idempotencyKeys)
      .values({ accountId, route, key, bodySha256, status: answer.status, response: sealJson(answer.body) });
    return { ...answer, replayed: false };
  });
  return answered.catch(async (error: unknown) => {
    for (const write of ifUndone) await write(ctx);
    throw error;
  });
}
