import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { taskEvents } from "#db/schema/history.ts";

export type EventRow = typeof taskEvents.$inferSelect;

/** A place in the stream of events: those of transaction `xid` up to `id`, and all of earlier transactions. */
export type EventPosition = { xid: number; id: number };

/** Below the oldest transaction that still runs: whatever commits later comes after, so nothing is skipped. */
const settled = sql`${taskEvents.xid} < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/** Where the stream stands now: every event written from here on comes after it. */
export async function currentPosition(tx: Transaction): Promise<EventPosition> {
  const rows = await tx.execute<{ xmin: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`);
  return { xid: Number(rows[0]?.xmin ?? 0), id: 0 };
}

/** Events after a position, in the order of the stream; of one account, or of all for the process's own feed. */
export async function selectEventsAfter(
  tx: Transaction,
  after: EventPosition,
  options: { accountId?: string; limit: number },
): Promise<EventRow[]> {
  const conditions: SQL[] = [sql`(${taskEvents.xid}, ${taskEvents.id}) > (${after.xid}, ${after.id})`, settled];
  if (options.accountId) conditions.push(eq(taskEvents.accountId, options.accountId));
  return tx
    .select()
    .from(taskEvents)
    .where(and(...conditions))
    .orderBy(taskEvents.xid, taskEvents.id)
    .limit(options.limit);
}

/** Whether events are committed that an older, still running transaction holds back. */
export async function hasUnsettledEvents(tx: Transaction): Promise<boolean> {
  const rows = await tx.execute<{ held: boolean }>(sql`select exists (
    select from task_events where xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint) as held`);
  return rows[0]?.held ?? false;
}
