import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope, type TxCtx } from "#domain/context.ts";
import { lockTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { readTaskDetail } from "#domain/tasks/get-task.ts";
import type { RefusedMove } from "#domain/tasks/refusals.ts";
import type { Scope } from "#lib/contract/access.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** What a verb does to a task that its transaction holds, and the right that it needs. */
export type TaskChange<Args extends unknown[]> = {
  scope: Scope;
  /** Of what it gives back, a text is what is left to do; anything else is passed over. */
  change: (ctx: TxCtx, task: TaskRow, ...args: Args) => Promise<unknown>;
  /** Of one that moves the task: what its history tells when it is refused. */
  refused?: (...args: Args) => Omit<RefusedMove, "code">;
};

/** A verb for one task, which changeTasks carries out on many. */
export type TaskVerb<Args extends unknown[]> = TaskChange<Args> &
  ((ctx: Ctx, ref: TaskRef, ...args: Args) => Promise<TaskDetail>);

export function taskVerb<Args extends unknown[]>(scope: Scope, change: TaskChange<Args>["change"]): TaskVerb<Args> {
  const verb = (ctx: Ctx, ref: TaskRef, ...args: Args) =>
    changeTask(ctx, scope, ref, (txCtx, task) => change(txCtx, task, ...args));
  return Object.assign(verb, { scope, change });
}

/**
 * The frame of every verb on one task: checks the right, finds the task in the caller's account, changes it in one
 * transaction, and answers with the whole task as the change left it.
 */
export async function changeTask(
  ctx: Ctx,
  scope: Scope,
  ref: TaskRef,
  change: (ctx: TxCtx, task: TaskRow) => Promise<unknown>,
): Promise<TaskDetail> {
  requireScope(ctx, scope);
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    const task = await lockTaskRow(tx, ctx.actor.accountId, ref);
    await change(txCtx, task);
    return readTaskDetail(txCtx, { uid: task.uid });
  });
}
