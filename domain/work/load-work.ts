import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { phases } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { readAccountModels } from "#domain/models/read-settings.ts";
import { findRevision } from "#domain/tasks/read-revision.ts";
import type { Json } from "#lib/contract/json.ts";
import type { ModelSettings } from "#lib/models/model-settings.ts";
import type { Draft } from "#task-types/retypeset.ts";

/** A phase whose output stands in this round: run in it, or kept from the one before. */
export type SavedPhase = {
  name: string;
  output: Json;
  model: string | null;
  outputTokens: number;
  warnings: string[];
  degradedReasons: string[];
};

/** All that a worker has to know of a claimed task beyond its row. */
export type Work = {
  saved: SavedPhase[];
  /** What the reviewer's feedback is about. */
  previous: Draft | null;
  /** For a round of some blocks: the latest output of each phase in the rounds before. */
  earlier: Record<string, Json>;
  settings: ModelSettings;
};

const savedColumns = {
  name: phases.name,
  output: phases.output,
  model: phases.model,
  outputTokens: phases.outputTokens,
  warnings: phases.warnings,
  degradedReasons: phases.degradedReasons,
};

/**
 * Reads where the task stands. In a later round, phases before `fromPhase` are taken over from the latest round that
 * has them, and marked as reused.
 * @param phaseNames all phases of the type, in order
 * @param kept phases that are taken over too, although they come later
 */
export async function loadWork(
  ctx: Ctx,
  task: TaskRow,
  phaseNames: string[],
  kept: readonly string[] = [],
): Promise<Work> {
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    if (task.round > 1 && task.fromPhase) {
      const before = phaseNames.slice(0, Math.max(phaseNames.indexOf(task.fromPhase), 0));
      await reusePhases(txCtx, task, [...before, ...kept]);
    }
    const rows = await tx
      .select(savedColumns)
      .from(phases)
      .where(and(ofTask(task), eq(phases.round, task.round), inArray(phases.status, ["done", "reused"])))
      .orderBy(phases.ordinal);
    const saved = rows.map((row) => ({ ...row, output: row.output ?? null }));
    const earlier = task.blocks ? await readEarlier(txCtx, task, phaseNames) : [];
    return {
      saved,
      previous: task.revision === null ? null : await findRevision(txCtx, task.uid, task.revision),
      earlier: Object.fromEntries(earlier.map(({ name, output }) => [name, output ?? null])),
      settings: (await readAccountModels(tx, task.accountId)).settings,
    };
  });
}

async function reusePhases(ctx: TxCtx, task: TaskRow, names: string[]): Promise<void> {
  if (names.length === 0) return;
  const earlier = await readEarlier(ctx, task, names);
  if (earlier.length === 0) return;
  const free = { inputTokens: 0, outputTokens: 0, costUsd: 0, seconds: 0, attempt: 0 };
  const kept = earlier.map(({ id: _, ...row }) => ({ ...row, ...free, round: task.round, status: "reused" as const }));
  await ctx.tx.insert(phases).values(kept).onConflictDoNothing();
}

async function readEarlier(ctx: TxCtx, task: TaskRow, names: string[]): Promise<(typeof phases.$inferSelect)[]> {
  return ctx.tx
    .selectDistinctOn([phases.name])
    .from(phases)
    .where(
      and(
        ofTask(task),
        lt(phases.round, task.round),
        inArray(phases.name, names),
        inArray(phases.status, ["done", "reused"]),
      ),
    )
    .orderBy(phases.name, desc(phases.round));
}

function ofTask(task: TaskRow) {
  return and(eq(phases.accountId, task.accountId), eq(phases.taskUid, task.uid));
}
