import type { taskEvents } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { actorRecord, type TxCtx } from "#domain/context.ts";
import { addHistory } from "#domain/kept-history.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

type EventType =
  | "created"
  | "move"
  | "move_refused"
  | "endorsed"
  | "endorsement_withdrawn"
  | "phase_started"
  | "phase_finished"
  | "progress"
  | "edited"
  | "comment"
  | "comment_resolved"
  | "comment_reopened"
  | "snoozed"
  | "snooze_ended"
  | "assigned"
  | "due"
  | "priority"
  | "scheduled"
  | "withdrawn"
  | "deleted";

export type NewEvent = {
  type: EventType;
  message: string;
  move?: string;
  fromStatus?: TaskStatus;
  toStatus?: TaskStatus;
  phase?: string;
  reason?: string;
  metadata?: JsonObject;
};

type EventTask = Pick<TaskRow, "uid" | "id" | "accountId" | "taskSourceGroupId" | "progress">;

/** Appends to the task's history and, with the commit, wakes whoever watches it. */
export async function recordEvent(ctx: TxCtx, task: EventTask, event: NewEvent): Promise<void> {
  await addHistory(ctx, { events: [eventRow(ctx, task, event)] });
}

/** The row that recordEvent inserts; bulk verbs insert many in one statement. */
export function eventRow(ctx: TxCtx, task: EventTask, event: NewEvent): typeof taskEvents.$inferInsert {
  return {
    accountId: task.accountId,
    taskUid: task.uid,
    taskId: task.id,
    taskSourceGroupId: task.taskSourceGroupId,
    progress: task.progress,
    actor: actorRecord(ctx.actor),
    ...event,
  };
}
