import { and, eq, sql } from "drizzle-orm";
import { phases } from "#db/schema/history.ts";
import { artifacts } from "#db/schema/outputs.ts";
import { tasks } from "#db/schema/tasks.ts";
import { removeArtifactRows } from "#domain/artifacts/remove-task-artifacts.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { type Lease, type LeasedTask, withLease } from "#domain/work/lease.ts";

export type PhaseStart = { name: string; label: string; ordinal: number; progress: number };

/**
 * Says that a phase runs. What an interrupted run of it left behind is cleared; what that run cost stays counted.
 * @returns the phase's row, under which its costs are counted wherever a recall puts it
 */
export async function startPhase(ctx: Ctx, lease: Lease, phase: PhaseStart): Promise<string> {
  return withLease(ctx, lease, async (txCtx, task) => {
    const [row] = await txCtx.tx
      .insert(phases)
      .values({
        accountId: task.accountId,
        taskUid: task.uid,
        round: task.round,
        name: phase.name,
        ordinal: phase.ordinal,
        status: "running",
        attempt: task.attempt,
        costUsd: 0,
        startedAt: sql`now()`,
      })
      .onConflictDoUpdate({
        target: [phases.accountId, phases.taskUid, phases.round, phases.name],
        set: { status: "running", attempt: task.attempt, error: null, startedAt: sql`now()`, finishedAt: null },
      })
      .returning({ id: phases.id });
    if (!row) throw new Error("an upsert returned no row");
    await dropUnfinishedArtifacts(txCtx, task, phase.name);
    const progress = sql<number>`greatest(${tasks.progress}, ${phase.progress})`;
    await txCtx.tx
      .update(tasks)
      .set({ phase: phase.name, message: phase.label, progress, updatedAt: sql`now()` })
      .where(and(eq(tasks.accountId, task.accountId), eq(tasks.uid, task.uid)));
    const shown = { ...task, progress: Math.max(task.progress, phase.progress) };
    await recordEvent(txCtx, shown, { type: "phase_started", phase: phase.name, message: phase.label });
    return row.id;
  });
}

/** Files of a run whose output was never saved: nothing refers to them. */
async function dropUnfinishedArtifacts(ctx: TxCtx, task: LeasedTask, phase: string): Promise<void> {
  const ofPhase = sql`${artifacts.metadata} @> ${JSON.stringify({ phase, round: task.round })}::text::jsonb`;
  await removeArtifactRows(ctx, task.uid, ofPhase);
}
