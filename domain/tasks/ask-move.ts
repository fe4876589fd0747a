import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { changeTask, type TaskChange, type TaskVerb } from "#domain/tasks/change-task.ts";
import { findTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { type MoveName, moves } from "#domain/tasks/moves.ts";
import { type Asked, isRefusal, type RefusedMove, recordRefusal } from "#domain/tasks/refusals.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** The moves that a person or a key asks for by name. */
type AskedMove = {
  [Name in MoveName]: (typeof moves)[Name]["scope"] extends null ? never : Name;
}[MoveName];

/**
 * As taskVerb, for a verb that moves the task: the right is the move's, and an attempt that is refused stays in the
 * task's status-history, by whatever route it came.
 * @param asked what of its arguments the history tells
 */
export function moveVerb<Args extends unknown[]>(
  move: AskedMove,
  asked: (...args: Args) => Asked,
  change: TaskChange<Args>["change"],
): TaskVerb<Args> {
  const verb = (ctx: Ctx, ref: TaskRef, ...args: Args) =>
    askMove(ctx, move, ref, asked(...args), (txCtx, task) => change(txCtx, task, ...args));
  const { scope, to } = moves[move];
  return Object.assign(verb, { scope, change, refused: (...args: Args) => ({ to, ...asked(...args) }) });
}

/** As changeTask, for a verb that moves the task. */
export async function askMove(
  ctx: Ctx,
  move: AskedMove,
  ref: TaskRef,
  asked: Asked,
  change: (ctx: TxCtx, task: TaskRow) => Promise<unknown>,
): Promise<TaskDetail> {
  const { scope, to } = moves[move];
  try {
    return await changeTask(ctx, scope, ref, change);
  } catch (error) {
    if (isRefusal(error)) await keepRefusal(ctx, ref, { ...asked, to, code: error.code });
    throw error;
  }
}

/** Writes down that a task was not moved, also when the request's own transaction comes to nothing. */
export async function keepRefusal(ctx: Ctx, ref: TaskRef, refused: RefusedMove): Promise<void> {
  const keep = (within: Ctx) =>
    inAccount(within, async (tx) => {
      const task = await findTaskRow(tx, within.actor.accountId, ref);
      if (task) await recordRefusal({ ...within, tx }, task, refused);
    });
  await keep(ctx);
  ctx.ifUndone?.push(keep);
}
