import { sql } from "drizzle-orm";
import { processingTimeDeltas } from "#db/schema/measures.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import type { ModelUse } from "#domain/work/book-use.ts";

/** What one run of a phase used, whether it was finished or not. */
export type PhaseUse = {
  /** The model that really ran; null where none did. */
  model: string | null;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null when a price is unknown. */
  costUsd: number | null;
  seconds: number;
  /** What of it is not counted yet: paid answers are the moment they come, those that cost nothing with their phase. */
  unbooked: ModelUse[];
};

/** Counts how long the run took that has just ended the task's work, well or not: the attempt, without its wait. */
export async function recordProcessingTime(ctx: TxCtx, task: Pick<TaskRow, "accountId" | "startedAt">): Promise<void> {
  if (!task.startedAt) return;
  const started = task.startedAt.toISOString();
  const seconds = sql<number>`greatest(0, extract(epoch from clock_timestamp() - ${started}::timestamptz))`;
  await ctx.tx.insert(processingTimeDeltas).values({ accountId: task.accountId, seconds });
}
