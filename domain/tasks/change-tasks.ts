import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope, type TxCtx } from "#domain/context.ts";
import { KeptHistory } from "#domain/kept-history.ts";
import type { TaskChange } from "#domain/tasks/change-task.ts";
import { findTaskRow, lockTaskRows } from "#domain/tasks/find-task-row.ts";
import { isRefusal, recordRefusal } from "#domain/tasks/refusals.ts";
import { HubError, taskNotFound } from "#lib/errors.ts";

type BatchCtx = TxCtx & { kept: KeptHistory };

/** `reason` says what was refused, and what is left to do where something is. */
export type ItemOutcome = { task_id: string; status: "done" | "failed" | "not_found"; reason: string | null };

/**
 * Carries out a verb on each of these tasks, in one transaction that holds them all from its beginning: what one of them
 * refuses is undone by itself and does not hold up the others. A task that is named twice by one name is done once.
 * @param args of the verb; by name where tasks have their own
 * @param read what the caller calls a task → what it is called here; outcomes name it as the caller did
 */
export async function changeTasks<Args extends unknown[]>(
  ctx: Ctx,
  verb: TaskChange<Args>,
  taskIds: string[],
  args: Args | ((ref: string) => Args),
  read: (id: string) => string = (id) => id,
): Promise<ItemOutcome[]> {
  requireScope(ctx, verb.scope);
  const given = new Map(taskIds.map((id) => [read(id), id]));
  return inAccount(ctx, async (tx) => {
    const kept = new KeptHistory();
    const txCtx = { ...ctx, tx, kept };
    const held = await lockTaskRows(tx, ctx.actor.accountId, [...given.keys()]);
    const changed = new Set<string>();
    const outcomes: ItemOutcome[] = [];
    for (const [ref, id] of given) {
      const task = held.get(ref);
      const argsHere = typeof args === "function" ? args(ref) : args;
      const outcome = await outcomeOf(txCtx, task && (await asItIsNow(txCtx, task, changed)), verb, argsHere);
      outcomes.push({ ...outcome, task_id: id });
    }
    await kept.write(tx);
    return outcomes;
  });
}

/** The row that was locked, unless the same task has been changed under another of its names. */
async function asItIsNow(ctx: BatchCtx, task: TaskRow, changed: Set<string>): Promise<TaskRow | undefined> {
  if (!changed.has(task.uid)) {
    changed.add(task.uid);
    return task;
  }
  await ctx.kept.write(ctx.tx);
  return (await findTaskRow(ctx.tx, ctx.actor.accountId, { uid: task.uid })) ?? undefined;
}

async function outcomeOf<Args extends unknown[]>(
  ctx: BatchCtx,
  task: TaskRow | undefined,
  verb: TaskChange<Args>,
  args: Args,
): Promise<Omit<ItemOutcome, "task_id">> {
  const forget = ctx.kept.mark();
  try {
    if (!task) throw taskNotFound();
    const remark = await ctx.tx.transaction((tx) => verb.change({ ...ctx, tx }, task, ...args));
    return { status: "done", reason: typeof remark === "string" ? remark : null };
  } catch (error) {
    forget();
    if (!(error instanceof HubError) || error.code === "FORBIDDEN" || error.status >= 500) throw error;
    if (task && verb.refused && isRefusal(error)) {
      await recordRefusal(ctx, task, { ...verb.refused(...args), code: error.code });
    }
    const status = error.code === "TASK_NOT_FOUND" ? "not_found" : "failed";
    return { status, reason: error.message };
  }
}
