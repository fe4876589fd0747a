import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { taskEvents } from "#db/schema/history.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope, type TxCtx } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import { eventRow } from "#domain/tasks/record-event.ts";
import { freshAttempt } from "#domain/tasks/requeue.ts";

const batch = 1000;

/**
 * Queues pending tasks that have their fields; those without stay. Up to 1,000 a call, in as many statements as one takes.
 * @returns how many waited, and how many of them were queued
 */
export async function requeuePending(ctx: Ctx): Promise<{ requeued: number; pending: number }> {
  requireScope(ctx, "tasks:write");
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    const pending = await tx.$count(tasks, isPending(accountId));
    const queued = await enqueueReady(txCtx);
    if (queued.length === 0) return { requeued: 0, pending };
    const { to, message } = moveNamed("enqueue");
    const moved = { type: "move", move: "enqueue", fromStatus: "pending", toStatus: to, message } as const;
    await tx.insert(taskEvents).values(queued.map((row) => eventRow(txCtx, row, moved)));
    const detail = { requeued: queued.length };
    await recordAudit(txCtx, { action: "task.requeue_pending", targetType: "account", targetId: accountId, detail });
    return { requeued: queued.length, pending };
  });
}

/** One UPDATE, which takes no task that someone else is moving, and the jobs of those that it moved. */
async function enqueueReady({ tx, actor }: TxCtx): Promise<TaskRow[]> {
  const ready = tx
    .select({ uid: tasks.uid })
    .from(tasks)
    .where(and(isPending(actor.accountId), isNotNull(tasks.requestData)))
    .orderBy(asc(tasks.createdAt))
    .limit(batch)
    .for("no key update", { skipLocked: true });
  const { to, message } = moveNamed("enqueue");
  const queued = await tx
    .update(tasks)
    .set({
      ...{ ...awake, ...freshAttempt, status: to, message },
      ...{ jobId: sql`gen_random_uuid()`, queuedAt: sql`now()`, updatedAt: sql`now()` },
      version: sql`${tasks.version} + 1`,
    })
    .where(and(isPending(actor.accountId), inArray(tasks.uid, ready)))
    .returning();
  await enqueueGeneration(tx, queued);
  return queued;
}

const isPending = (accountId: string) => and(eq(tasks.accountId, accountId), eq(tasks.status, "pending"));
