import type { Ctx } from "#domain/context.ts";
import { type Lease, withLease } from "#domain/work/lease.ts";
import type { PhaseUse } from "#domain/work/record-use.ts";
import { returnTask } from "#domain/work/return-task.ts";
import { saveFailedPhase } from "#domain/work/save-phase.ts";

/**
 * Hands a task back because its worker is stopping: at once, and no attempt is counted.
 * @param phase the one that was cut short, whose cost stays counted
 */
export async function yieldTask(
  ctx: Ctx,
  lease: Lease,
  phase: { name: string; use: PhaseUse } | null = null,
): Promise<void> {
  await withLease(ctx, lease, async (txCtx, task) => {
    if (phase) await saveFailedPhase(txCtx, task, phase.name, phase.use, "Its worker stopped");
    await returnTask(txCtx, task, "yield", { attemptCounts: false });
  });
}
