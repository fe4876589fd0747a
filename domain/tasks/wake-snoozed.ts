import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { tasks } from "#db/schema/tasks.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, inAccount } from "#domain/context.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";

/**
 * Brings snoozed tasks back whose time has come, with the event by which every desk learns of it at once. Several
 * workers may do it: the first ends a snooze, and for the others there is none.
 * @returns how many it brought back
 */
export async function wakeSnoozedTasks(db: Database, limit = 100): Promise<number> {
  const due = and(eq(tasks.status, "awaiting_approval"), lte(tasks.snoozedUntil, sql`now()`));
  // Through the accounts, so that the index by account and status finds them.
  const found = await asSystem(db, (tx) =>
    tx
      .select({ uid: tasks.uid, accountId: tasks.accountId })
      .from(accounts)
      .innerJoin(tasks, and(eq(tasks.accountId, accounts.id), due))
      .orderBy(asc(tasks.snoozedUntil))
      .limit(limit),
  );
  let woken = 0;
  for (const { uid, accountId } of found) {
    const ctx = { db, actor: systemActor(accountId, "schedule"), requestId: null };
    await inAccount(ctx, async (tx) => {
      const [task] = await tx
        .update(tasks)
        .set({ ...awake, updatedAt: sql`now()` })
        .where(and(eq(tasks.accountId, accountId), eq(tasks.uid, uid), due))
        .returning();
      if (!task) return;
      await recordEvent({ ...ctx, tx }, task, { type: "snooze_ended", message: "Back on the desk" });
      woken += 1;
    });
  }
  return woken;
}
