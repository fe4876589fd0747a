import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { phases } from "#db/schema/history.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { type MoveOptions, type TaskSeen, tryMoveTask } from "#domain/tasks/move-task.ts";
import type { MoveName } from "#domain/tasks/moves.ts";

type ReturnOptions = Omit<MoveOptions, "set"> & {
  /** Milliseconds before it may be fetched again. */
  delayMs?: number;
  /** Only what went wrong with the work itself uses up an attempt, not a worker that went away. */
  attemptCounts: boolean;
  rescued?: boolean;
};

/**
 * Puts a task that was being generated back into the queue with a new job, without its lease; phases that are done stay
 * done. False when it was no longer in the state that the caller saw.
 */
export async function returnTask(
  ctx: TxCtx,
  seen: TaskSeen & { round: number },
  move: Extract<MoveName, "retry_later" | "rescue" | "yield">,
  { delayMs = 0, attemptCounts, rescued = false, ...options }: ReturnOptions,
): Promise<boolean> {
  const jobId = uuidv7();
  const queued = await tryMoveTask(ctx, seen, move, {
    ...options,
    set: {
      jobId,
      leaseId: null,
      workerId: null,
      queuedAt: sql`now()`,
      runAfter: delayMs > 0 ? sql`now() + ${delayMs} * interval '1 millisecond'` : null,
      ...(attemptCounts ? {} : { attempt: sql`greatest(${tasks.attempt} - 1, 0)` }),
      ...(rescued ? { rescues: sql`${tasks.rescues} + 1` } : {}),
    },
  });
  if (!queued) return false;
  await interruptPhase(ctx, seen, options.reason ?? queued.message);
  await enqueueGeneration(ctx.tx, [queued]);
  return true;
}

/** No phase runs while its task does not. */
export async function interruptPhase(ctx: TxCtx, task: { uid: string; round: number }, error: string): Promise<void> {
  await ctx.tx
    .update(phases)
    .set({ status: "failed", error, finishedAt: sql`now()` })
    .where(
      and(
        eq(phases.accountId, ctx.actor.accountId),
        eq(phases.taskUid, task.uid),
        eq(phases.round, task.round),
        eq(phases.status, "running"),
      ),
    );
}
