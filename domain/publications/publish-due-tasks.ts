import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { tasks } from "#db/schema/tasks.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { HubError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/**
 * Publishes approved tasks whose time has come, each in its own transaction. Several workers may do it at once: a task
 * is published by the first, and is no longer approved for the others.
 * @returns how many it published
 */
export async function publishDueTasks(db: Database, limit = 50): Promise<number> {
  const due = await asSystem(db, (tx) =>
    tx
      .select({ uid: tasks.uid, accountId: tasks.accountId })
      .from(tasks)
      .where(and(eq(tasks.status, "approved"), isNotNull(tasks.publishAt), lte(tasks.publishAt, sql`now()`)))
      .orderBy(asc(tasks.publishAt))
      .limit(limit),
  );
  let published = 0;
  for (const { uid, accountId } of due) {
    try {
      await publishTask({ db, actor: systemActor(accountId, "schedule"), requestId: null }, { uid });
      published++;
    } catch (error) {
      // Someone was faster. Anything else is written down, and must not keep the rest waiting either.
      if (error instanceof HubError && error.code === "INVALID_STATUS_TRANSITION") continue;
      log.error({ err: error, task_uid: uid }, "A scheduled publication failed.");
    }
  }
  return published;
}
