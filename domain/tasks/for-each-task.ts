import type { Ctx } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

export type ItemOutcome = { task_id: string; status: "done" | "failed" | "not_found"; reason: string | null };

/**
 * Carries out a verb on each of these tasks, one transaction apiece: what one of them refuses does not hold up the
 * others. A task that is named twice is done once.
 */
export async function forEachTask(
  ctx: Ctx,
  taskIds: string[],
  verb: (ctx: Ctx, ref: { ref: string }) => Promise<unknown>,
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = [];
  for (const taskId of new Set(taskIds)) outcomes.push(await outcomeOf(ctx, taskId, verb));
  return outcomes;
}

async function outcomeOf(
  ctx: Ctx,
  taskId: string,
  verb: (ctx: Ctx, ref: { ref: string }) => Promise<unknown>,
): Promise<ItemOutcome> {
  try {
    await verb(ctx, { ref: taskId });
    return { task_id: taskId, status: "done", reason: null };
  } catch (error) {
    if (!(error instanceof HubError) || error.code === "FORBIDDEN" || error.status >= 500) throw error;
    const status = error.code === "TASK_NOT_FOUND" ? "not_found" : "failed";
    return { task_id: taskId, status, reason: error.message };
  }
}
