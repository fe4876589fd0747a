import { and, eq, type SQL, sql } from "drizzle-orm";
import { type NewTaskRow, type TaskRow, tasks } from "#db/schema/tasks.ts";
import type { Ctx, TxCtx } from "#domain/context.ts";
import { findTaskRow } from "#domain/tasks/find-task-row.ts";
import { type MoveName, moveNamed, movesFrom, wasSentBack } from "#domain/tasks/moves.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { HubError, taskNotFound } from "#lib/errors.ts";

/** Whatever happens to a task ends its snooze: what was put off is no longer what was seen. */
export const awake = { snoozedUntil: null, snoozedBy: null };

/** New values, plain or computed in the statement. */
export type TaskChanges = { [Column in keyof NewTaskRow]?: NewTaskRow[Column] | SQL };

export type MoveOptions = {
  /** Columns that change with the move. */
  set?: Omit<TaskChanges, "uid" | "accountId" | "id" | "status" | "version">;
  /** More conditions of the UPDATE: a lease, a hash. Not met means a conflict. */
  only?: SQL;
  message?: string;
  reason?: string;
  metadata?: JsonObject;
};

/** The state that the caller decided on. */
export type TaskSeen = Pick<TaskRow, "uid" | "status" | "version">;

/**
 * Makes one legal move as one UPDATE on the status and version that the caller saw, with its event, in the caller's
 * transaction. Rights are the verb's to check before.
 * @throws HubError INVALID_STATUS_TRANSITION with the task's present state, when it is not a legal move from there or
 *   someone else moved the task first; TASK_NOT_FOUND when it is gone.
 */
export async function moveTask(
  ctx: TxCtx,
  seen: TaskSeen,
  name: MoveName,
  options: MoveOptions = {},
): Promise<TaskRow> {
  const moved = await tryMoveTask(ctx, seen, name, options);
  if (moved) return moved;
  const present = await findTaskRow(ctx.tx, ctx.actor.accountId, { uid: seen.uid });
  if (!present) throw taskNotFound();
  throw moveConflict(ctx, present, name);
}

/** As moveTask, but null when the task was not in a state to make the move. */
export async function tryMoveTask(
  ctx: TxCtx,
  seen: TaskSeen,
  name: MoveName,
  options: MoveOptions = {},
): Promise<TaskRow | null> {
  const move = moveNamed(name);
  if (!move.from.includes(seen.status)) return null;
  const message = options.message ?? move.message;
  const row = await updateSeen(ctx, seen, { ...options.set, status: move.to, message }, options.only);
  if (!row) return null;
  await recordEvent(ctx, row, {
    type: "move",
    move: name,
    fromStatus: seen.status,
    toStatus: move.to,
    message,
    reason: options.reason,
    metadata: options.metadata,
  });
  return row;
}

/**
 * Changes a task that stays in its status, under the same conditions as a move; its event is the caller's to record.
 * @param towards the move that the caller had in mind, for the conflict's words
 * @throws HubError INVALID_STATUS_TRANSITION when someone else changed the task first
 */
export async function changeSeenTask(
  ctx: TxCtx,
  task: TaskRow,
  changes: TaskChanges,
  towards: MoveName,
): Promise<TaskRow> {
  const row = await updateSeen(ctx, task, changes);
  if (!row) throw moveConflict(ctx, task, towards);
  return row;
}

/** The one UPDATE that changes tasks: on the account, the status and the version that the caller saw. */
async function updateSeen(ctx: TxCtx, seen: TaskSeen, changes: TaskChanges, only?: SQL): Promise<TaskRow | null> {
  const [row] = await ctx.tx
    .update(tasks)
    .set({ ...awake, ...changes, version: sql`${tasks.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(tasks.accountId, ctx.actor.accountId),
        eq(tasks.uid, seen.uid),
        eq(tasks.status, seen.status),
        eq(tasks.version, seen.version),
        only,
      ),
    )
    .returning();
  return row ?? null;
}

/**
 * What the caller is told when the task has moved on or never could make this move.
 * @param message where the names of the statuses would not say it
 */
export function moveConflict(ctx: Ctx, present: TaskRow, name: MoveName, message?: string): HubError {
  const target = moveNamed(name).to;
  const allowed = movesFrom(present.status, ctx.actor.scopes)
    .filter((move) => move !== "recall" || wasSentBack(present))
    .map((move) => moveNamed(move).to);
  return refusedMove(present.status, target, [...new Set(allowed)], message);
}

/** The words and details of a move that is refused, with those that would not be. */
export function refusedMove(from: TaskStatus, to: TaskStatus, allowed: TaskStatus[], message?: string): HubError {
  const wrong = from === to ? `The task is ${from} already` : `A task that is ${from} cannot become ${to}`;
  const remedy = allowed.length > 0 ? `; from here it can become ${allowed.join(", ")}` : "";
  return new HubError("INVALID_STATUS_TRANSITION", message ?? wrong + remedy, {
    details: { current_status: from, target_status: to, allowed_transitions: allowed },
  });
}
