import { and, eq, sql } from "drizzle-orm";
import { phases } from "#db/schema/history.ts";
import { modelCostDeltas } from "#db/schema/measures.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";

/** What answers of one model used; `costUsd` in US dollars, null where the price is unknown. */
export type ModelUse = { model: string; inputTokens: number; outputTokens: number; costUsd: number | null };

type Worked = Pick<TaskRow, "accountId" | "uid">;

/**
 * Counts answers of models the moment they are there: in the task, its phase, the account's spending and the metrics, in
 * a transaction of its own and not behind the lease. What was paid for stays counted however its phase ends, and
 * whoever holds the task by then.
 * @returns what counts them; called again because no answer came, it counts nothing twice
 */
export function bookingOf(
  ctx: Ctx,
  task: Worked,
  phase: { id: string; name: string },
  uses: ModelUse[],
): () => Promise<void> {
  let tried: string | null = null;
  return () =>
    inAccount(ctx, async (tx) => {
      if (tried && (await wasCommitted({ ...ctx, tx }, task, tried))) return;
      const [now] = await tx.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`);
      tried = now?.xid ?? null;
      await addToTask({ ...ctx, tx }, task, uses);
      await tx
        .update(phases)
        .set({ ...addedTo(uses), model: sql`coalesce(${phases.model}, ${uses[0]?.model ?? null})` })
        .where(and(eq(phases.accountId, task.accountId), eq(phases.id, phase.id)));
      await countModels({ ...ctx, tx }, phase.name, uses);
    });
}

/** The row's lock waits for an earlier try that the server has not given up yet. */
async function wasCommitted({ tx }: TxCtx, task: Worked, xid: string): Promise<boolean> {
  await tx.select({ uid: tasks.uid }).from(tasks).where(ofTask(task)).for("update");
  const [earlier] = await tx.execute<{ status: string }>(sql`select pg_xact_status(${xid}::xid8) as status`);
  return earlier?.status === "committed";
}

export async function addToTask(ctx: TxCtx, task: Worked, uses: ModelUse[]): Promise<void> {
  const { known } = totalOf(uses);
  if (known === 0) return;
  await ctx.tx
    .update(tasks)
    .set({ costUsd: sql`${tasks.costUsd} + ${known}` })
    .where(ofTask(task));
}

/** Added, not set: a phase that is run again has cost what all its runs cost. */
export function addedTo(uses: ModelUse[]) {
  const { inputTokens, outputTokens, costUsd } = totalOf(uses);
  return {
    inputTokens: sql`${phases.inputTokens} + ${inputTokens}`,
    outputTokens: sql`${phases.outputTokens} + ${outputTokens}`,
    costUsd: sql`${phases.costUsd} + ${costUsd}::numeric`,
  };
}

export async function countModels(ctx: TxCtx, phase: string, uses: ModelUse[]): Promise<void> {
  if (uses.length === 0) return;
  const { accountId } = ctx.actor;
  const rows = uses.map((use) => ({ ...use, accountId, phase, costUsd: use.costUsd ?? 0 }));
  await ctx.tx.insert(modelCostDeltas).values(rows);
}

/** One unknown price makes the sum unknown; `known` is what can be counted of it. */
export function totalOf(uses: ModelUse[]) {
  const sum = (part: (use: ModelUse) => number) => uses.reduce((total, use) => total + part(use), 0);
  const known = sum((use) => use.costUsd ?? 0);
  return {
    inputTokens: sum((use) => use.inputTokens),
    outputTokens: sum((use) => use.outputTokens),
    costUsd: uses.some((use) => use.costUsd === null) ? null : known,
    known,
  };
}

function ofTask(task: Worked) {
  return and(eq(tasks.accountId, task.accountId), eq(tasks.uid, task.uid));
}
