import type { Ctx } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** `reason` says what was refused, and what is left to do where something is. */
export type ItemOutcome = { task_id: string; status: "done" | "failed" | "not_found"; reason: string | null };

/**
 * Carries out a verb on each of these tasks, one transaction apiece: what one of them refuses does not hold up the
 * others. A task that is named twice is done once.
 * @param verb may resolve to a remark on what it did, as text; anything else is passed over
 * @param read what the caller calls a task → what it is called here; outcomes name it as the caller did
 */
export async function forEachTask(
  ctx: Ctx,
  taskIds: string[],
  verb: (ctx: Ctx, ref: { ref: string }) => Promise<unknown>,
  read: (id: string) => string = (id) => id,
): Promise<ItemOutcome[]> {
  const given = new Map(taskIds.map((id) => [read(id), id]));
  const outcomes: ItemOutcome[] = [];
  for (const [ref, id] of given) outcomes.push({ ...(await outcomeOf(ctx, ref, verb)), task_id: id });
  return outcomes;
}

async function outcomeOf(
  ctx: Ctx,
  ref: string,
  verb: (ctx: Ctx, ref: { ref: string }) => Promise<unknown>,
): Promise<Omit<ItemOutcome, "task_id">> {
  try {
    const remark = await verb(ctx, { ref });
    return { status: "done", reason: typeof remark === "string" ? remark : null };
  } catch (error) {
    if (!(error instanceof HubError) || error.code === "FORBIDDEN" || error.status >= 500) throw error;
    const status = error.code === "TASK_NOT_FOUND" ? "not_found" : "failed";
    return { status, reason: error.message };
  }
}
