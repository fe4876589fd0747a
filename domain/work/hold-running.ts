import type { TaskRow } from "#db/schema/tasks.ts";
import { findHold } from "#domain/budgets/limits.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { type Lease, withLease } from "#domain/work/lease.ts";

/**
 * Between two phases: puts the task on hold when its account's budget was spent meanwhile. What its phases have saved is
 * kept, so it goes on from there. The review backlog holds nothing that has begun.
 * @returns whether it did
 */
export async function holdRunningTask(ctx: Ctx, lease: Lease, task: Pick<TaskRow, "estimatedCost">): Promise<boolean> {
  const hold = await inAccount(ctx, (tx) => findHold(tx, lease.accountId, task));
  if (hold?.kind !== "budget") return false;
  await withLease(ctx, lease, (txCtx, leased) =>
    moveTask(txCtx, leased, "hold", {
      set: { holdKind: hold.kind, holdReason: hold.reason, leaseId: null, jobId: null, workerId: null },
      message: hold.reason,
      reason: hold.reason,
    }),
  );
  return true;
}
