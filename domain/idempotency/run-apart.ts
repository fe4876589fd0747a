import { type Ctx, inAccount } from "#domain/context.ts";
import { findKeptAnswer, type RecordedAnswer, type RepeatableRequest } from "#domain/idempotency/kept-answer.ts";
import { runOnce } from "#domain/idempotency/run-once.ts";

/**
 * As runOnce, for what waits for other processes: it runs in no transaction, since they would not see what it has written
 * there. Of two that come at the same time both run, and the first one's answer is everyone's.
 */
export async function runApart(
  ctx: Ctx,
  request: RepeatableRequest,
  run: (ctx: Ctx) => Promise<RecordedAnswer>,
): Promise<RecordedAnswer & { replayed: boolean }> {
  const first = await inAccount(ctx, (tx) => findKeptAnswer(tx, ctx.actor.accountId, request));
  if (first) return { ...first, replayed: true };
  const answer = await run(ctx);
  return runOnce(ctx, request, async () => answer);
}
