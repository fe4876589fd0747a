import { and, eq, type SQL, sql } from "drizzle-orm";
import { phases } from "#db/schema/history.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { addedTo, addToTask, countModels, totalOf } from "#domain/work/book-use.ts";
import { type Lease, type LeasedTask, withLease } from "#domain/work/lease.ts";
import type { PhaseUse } from "#domain/work/record-use.ts";
import type { Json } from "#lib/contract/json.ts";

export type PhaseOutcome = PhaseUse & { output: Json; warnings: string[]; degradedReasons: string[] };

/** How the task as a whole stands once the phase is counted in. */
export type Standing = { progress: number; modelUsed: string | null; degradedReasons: string[]; warnings: string[] };

/**
 * Saves a phase's output the moment it is done: from here on no one runs it again in this round. To save again what is
 * saved already, since nobody heard of it, changes nothing.
 */
export async function savePhase(
  ctx: Ctx,
  lease: Lease,
  name: string,
  outcome: PhaseOutcome,
  standing: Standing,
): Promise<void> {
  await withLease(ctx, lease, async (txCtx, task) => {
    const { output, warnings, degradedReasons, ...use } = outcome;
    // A JSON null is an output too, and not the same as none.
    const saved = {
      status: "done" as const,
      output: sql`${JSON.stringify(output)}::text::jsonb`,
      warnings,
      degradedReasons,
    };
    const running = eq(phases.status, "running");
    if (!(await updatePhase(txCtx, task, name, { ...saved, ...ended(use) }, running))) return;
    await countModels(txCtx, name, use.unbooked);
    await txCtx.tx
      .update(tasks)
      .set({
        progress: sql`greatest(${tasks.progress}, ${standing.progress})`,
        modelUsed: standing.modelUsed,
        degraded: standing.degradedReasons.length > 0,
        degradedReasons: standing.degradedReasons,
        warnings: standing.warnings,
        costUsd: sql`${tasks.costUsd} + ${totalOf(use.unbooked).known}`,
        updatedAt: sql`now()`,
      })
      .where(and(eq(tasks.accountId, task.accountId), eq(tasks.uid, task.uid)));
    await recordEvent(
      txCtx,
      { ...task, progress: Math.max(task.progress, standing.progress) },
      {
        type: "phase_finished",
        phase: name,
        message: `Phase ${name} finished`,
        metadata: { seconds: use.seconds, model: use.model, cost: use.costUsd },
      },
    );
  });
}

/** Keeps what a phase that did not get to its end has cost, and why it ended. */
export async function saveFailedPhase(
  ctx: TxCtx,
  task: LeasedTask,
  name: string,
  use: PhaseUse,
  error: string,
): Promise<void> {
  await updatePhase(ctx, task, name, { status: "failed", error, ...ended(use) });
  await countModels(ctx, name, use.unbooked);
  await addToTask(ctx, task, use.unbooked);
}

function ended({ model, seconds, unbooked }: PhaseUse) {
  return {
    ...addedTo(unbooked),
    model: sql`coalesce(${model}, ${phases.model})`,
    seconds: sql`coalesce(${phases.seconds}, 0) + ${seconds}::real`,
    finishedAt: sql`now()`,
  };
}

/** @returns whether there was one of that name that fits the condition */
async function updatePhase(
  ctx: TxCtx,
  task: LeasedTask,
  name: string,
  set: Parameters<ReturnType<typeof ctx.tx.update<typeof phases>>["set"]>[0],
  condition?: SQL,
): Promise<boolean> {
  const updated = await ctx.tx
    .update(phases)
    .set(set)
    .where(
      and(
        eq(phases.accountId, task.accountId),
        eq(phases.taskUid, task.uid),
        eq(phases.round, task.round),
        eq(phases.name, name),
        condition,
      ),
    )
    .returning({ name: phases.name });
  return updated.length > 0;
}
