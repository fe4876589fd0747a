import { and, asc, eq, isNotNull } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";

const batch = 1000;

/**
 * Queues pending tasks that have their fields; those without stay. Up to 1,000 a call.
 * @returns how many waited, and how many of them were queued
 */
export async function requeuePending(ctx: Ctx): Promise<{ requeued: number; pending: number }> {
  requireScope(ctx, "tasks:write");
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    const isPending = and(eq(tasks.accountId, accountId), eq(tasks.status, "pending"));
    const pending = await tx.$count(tasks, isPending);
    const ready = await tx
      .select()
      .from(tasks)
      .where(and(isPending, isNotNull(tasks.requestData)))
      .orderBy(asc(tasks.createdAt))
      .limit(batch)
      .for("no key update", { skipLocked: true });
    for (const task of ready) await requeueTask(txCtx, task, "enqueue");
    if (ready.length > 0) {
      const detail = { requeued: ready.length };
      await recordAudit(txCtx, { action: "task.requeue_pending", targetType: "account", targetId: accountId, detail });
    }
    return { requeued: ready.length, pending };
  });
}
