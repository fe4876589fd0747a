import { countTasks } from "#db/queries/task-counts.ts";
import type { TxCtx } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** Tasks of one account that may wait at once; beyond it a producer has run away. */
export const mostWaiting = 100_000;

/** @throws HubError QUEUE_FULL when `more` tasks would have the account wait for more than that */
export async function requireQueueRoom(ctx: TxCtx, more: number): Promise<void> {
  const waiting = await countTasks(ctx.tx, ctx.actor.accountId, { statuses: ["pending", "queued", "on_hold"] });
  if (waiting + more <= mostWaiting) return;
  throw new HubError("QUEUE_FULL", `${waiting} tasks of this account wait already; send more when some are done`, {
    details: { waiting, limit: mostWaiting },
    headers: { "retry-after": "60" },
  });
}
