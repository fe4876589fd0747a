import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { tasks } from "#db/schema/tasks.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { roomForWork } from "#domain/budgets/limits.ts";
import { asSystem, withAccount } from "#domain/context.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";

const mostAtOnce = 200;

/**
 * Lets tasks go on that a budget or the review backlog held, the most urgent and then the oldest first.
 * @returns how many
 */
export async function releaseHeldTasks(db: Database): Promise<number> {
  const held = await asSystem(db, (tx) =>
    tx
      .selectDistinct({ accountId: tasks.accountId })
      .from(tasks)
      .where(and(eq(tasks.status, "on_hold"), inArray(tasks.holdKind, ["budget", "backlog"]))),
  );
  let released = 0;
  for (const { accountId } of held) released += await releaseOfAccount(db, accountId);
  return released;
}

async function releaseOfAccount(db: Database, accountId: string): Promise<number> {
  const actor = systemActor(accountId, "budget");
  return withAccount(db, accountId, async (tx) => {
    const room = Math.min(mostAtOnce, await roomForWork(tx, accountId));
    if (room <= 0) return 0;
    const next = await tx
      .select()
      .from(tasks)
      .where(
        and(
          eq(tasks.accountId, accountId),
          eq(tasks.status, "on_hold"),
          inArray(tasks.holdKind, ["budget", "backlog"]),
        ),
      )
      .orderBy(desc(tasks.priority), asc(tasks.createdAt), asc(tasks.uid))
      .limit(room)
      .for("no key update", { skipLocked: true });
    for (const task of next) await requeueTask({ db, tx, actor, requestId: null }, task, "release");
    return next.length;
  });
}
