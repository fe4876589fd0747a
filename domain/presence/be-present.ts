import { and, eq, sql } from "drizzle-orm";
import { presence } from "#db/schema/attention.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { presentSeconds, requirePerson, selectPresence } from "#domain/presence/read-presence.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import type { PresentPerson } from "#lib/contract/presence.ts";

/**
 * Says that a person has a task open, for the next `presentSeconds`. Others are woken when they come, not each time they
 * stay. Whoever was away for longer comes anew, behind those who came meanwhile.
 * @returns who has which task open now, the caller included
 */
export async function bePresent(ctx: Ctx, ref: TaskRef): Promise<PresentPerson[]> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    const gone = sql`${presence.seenAt} <= now() - ${presentSeconds} * interval '1 second'`;
    const [row] = await tx
      .insert(presence)
      .values({ accountId, taskUid: uid, userId })
      .onConflictDoUpdate({
        target: [presence.accountId, presence.taskUid, presence.userId],
        set: { since: sql`case when ${gone} then now() else ${presence.since} end`, seenAt: sql`now()` },
      })
      .returning({ came: sql<boolean>`${presence.since} = ${presence.seenAt}` });
    if (row?.came) await sendSignal(tx, { accountId, userId: null }, { type: "presence" });
    return selectPresence(tx, accountId);
  });
}

/** Says that a person has closed a task: what they held is free at once. */
export async function leave(ctx: Ctx, ref: TaskRef): Promise<void> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  await inAccount(ctx, async (tx) => {
    const { uid } = await getTaskRow(tx, accountId, ref);
    const own = and(eq(presence.accountId, accountId), eq(presence.taskUid, uid), eq(presence.userId, userId));
    const left = await tx.delete(presence).where(own).returning({ userId: presence.userId });
    if (left.length > 0) await sendSignal(tx, { accountId, userId: null }, { type: "presence" });
  });
}
