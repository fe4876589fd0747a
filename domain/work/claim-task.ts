import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { findHold } from "#domain/budgets/limits.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { type TaskSeen, tryMoveTask } from "#domain/tasks/move-task.ts";
import type { Lease } from "#domain/work/lease.ts";

export type ClaimedTask = { task: TaskRow; lease: Lease };

/**
 * Takes a queued task for the worker that acts, with a lease of its own. Null when there is nothing to take: someone
 * else was first, it was cancelled, or its time has not come. Which job led here does not matter, so a job that comes
 * twice is harmless.
 */
export async function claimTask(ctx: Ctx, taskUid: string): Promise<ClaimedTask | null> {
  const leaseId = randomUUID();
  const accountId = ctx.actor.accountId;
  return inAccount(ctx, async (tx) => {
    const [seen] = await tx
      .select({
        uid: tasks.uid,
        status: tasks.status,
        version: tasks.version,
        estimatedCost: tasks.estimatedCost,
      })
      .from(tasks)
      .where(and(eq(tasks.accountId, accountId), eq(tasks.uid, taskUid)));
    if (seen?.status !== "queued") return null;
    if (await holdInstead({ ...ctx, tx }, seen)) return null;
    const task = await tryMoveTask({ ...ctx, tx }, seen, "start", {
      set: {
        leaseId,
        workerId: ctx.actor.id,
        attempt: sql`${tasks.attempt} + 1`,
        progress: sql`greatest(${tasks.progress}, 1)`,
        startedAt: sql`now()`,
        runAfter: null,
      },
      only: sql`(${tasks.runAfter} is null or ${tasks.runAfter} <= now())`,
      metadata: { worker_id: ctx.actor.id },
    });
    return task && { task, lease: { taskUid, accountId, leaseId } };
  });
}

/** Puts a queued task on hold where the account's limits do not let it start. */
async function holdInstead(ctx: TxCtx, task: TaskSeen & Pick<TaskRow, "estimatedCost">): Promise<boolean> {
  const hold = await findHold(ctx.tx, ctx.actor.accountId, task);
  if (!hold) return false;
  const set = { holdKind: hold.kind, holdReason: hold.reason, jobId: null };
  await tryMoveTask(ctx, task, "hold", { set, message: hold.reason, reason: hold.reason });
  return true;
}
