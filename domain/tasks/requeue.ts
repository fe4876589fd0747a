import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { type MoveOptions, moveTask } from "#domain/tasks/move-task.ts";
import type { MoveName } from "#domain/tasks/moves.ts";
import { standingOf } from "#domain/tasks/standing.ts";

/**
 * Makes a move that ends in the queue, with the job that carries it there: both commit or neither does.
 * @param options.delaySeconds how long it is left alone there, for whoever takes the move back
 */
export async function requeueTask(
  ctx: TxCtx,
  task: TaskRow,
  move: Extract<MoveName, "enqueue" | "retry" | "regenerate" | "release">,
  { delaySeconds = 0, ...options }: MoveOptions & { delaySeconds?: number } = {},
): Promise<TaskRow> {
  const jobId = uuidv7();
  const queued = await moveTask(ctx, task, move, {
    ...options,
    ...(move === "regenerate" && { metadata: { ...options.metadata, before: standingOf(task) } }),
    set: {
      ...freshAttempt,
      ...(delaySeconds > 0 && { runAfter: sql`now() + ${delaySeconds} * interval '1 second'` }),
      ...options.set,
      jobId,
      queuedAt: sql`now()`,
    },
  });
  await enqueueGeneration(ctx.tx, [queued]);
  return queued;
}

/** What a task begins its next attempts with. */
export const freshAttempt = {
  attempt: 0,
  rescues: 0,
  progress: 1,
  phase: null,
  runAfter: null,
  leaseId: null,
  workerId: null,
  finishedAt: null,
  errorCode: null,
  errorMessage: null,
  errorDetails: null,
  holdKind: null,
  holdReason: null,
};
