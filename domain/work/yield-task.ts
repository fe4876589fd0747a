import type { Ctx } from "#domain/context.ts";
import { type Lease, withLease } from "#domain/work/lease.ts";
import { returnTask } from "#domain/work/return-task.ts";

/** Hands a task back because its worker is stopping: at once, and no attempt is counted. */
export async function yieldTask(ctx: Ctx, lease: Lease): Promise<void> {
  await withLease(ctx, lease, async (txCtx, task) => {
    await returnTask(txCtx, task, "yield", { attemptCounts: false });
  });
}
