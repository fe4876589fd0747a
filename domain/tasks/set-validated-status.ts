import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { keepRefusal } from "#domain/tasks/ask-move.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { refusedMove } from "#domain/tasks/move-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { resubmitTask } from "#domain/tasks/resubmit-task.ts";
import type { Scope } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { type HubError, validationError } from "#lib/errors.ts";

export type SetStatus = {
  status: TaskStatus;
  reason?: string;
  revisionSha256?: string;
  /** The caller's own notes; `updated_by` among them is a claim, kept but never taken for the actor. */
  metadata?: JsonObject;
};

/** The reviewer's moves, the only ones that this door opens. */
const allowed: Partial<Record<TaskStatus, readonly TaskStatus[]>> = {
  awaiting_approval: ["approved", "rejected"],
  approved: ["published"],
  rejected: ["awaiting_approval"],
};

/** The right that a status is set by; the others, and what nobody may set here, are a writer's to ask for. */
const rights: Partial<Record<TaskStatus, Scope>> = {
  approved: "tasks:review",
  rejected: "tasks:review",
  published: "tasks:publish",
};

/**
 * Sets a status by name, as the approval workflow of unified-tasks.md does.
 * @throws HubError INVALID_STATUS_TRANSITION for any other move; the refused attempt is kept in the task's history.
 */
export async function setValidatedStatus(
  ctx: Ctx,
  ref: TaskRef,
  input: SetStatus,
): Promise<{ id: string; from: TaskStatus; to: TaskStatus; message: string }> {
  requireScope(ctx, rights[input.status] ?? "tasks:write");
  const task = await inAccount(ctx, (tx) => getTaskRow(tx, ctx.actor.accountId, ref));
  const seen = { uid: task.uid };
  if (!allowed[task.status]?.includes(input.status)) throw await refuse(ctx, task, input);
  const { reason, metadata, revisionSha256 } = input;
  const { status, message } = await change();
  return { id: task.id, from: task.status, to: status, message };

  function change(): Promise<TaskDetail> {
    if (input.status === "approved") return approveTask(ctx, seen, { feedback: reason, revisionSha256, metadata });
    if (input.status === "published") return publishTask(ctx, seen, { reason, revisionSha256, metadata });
    if (input.status !== "rejected") return resubmitTask(ctx, seen, { reason, metadata });
    return rejectTask(ctx, seen, { reason: required(reason), revisionSha256, metadata });
  }
}

function required(reason: string | undefined): string {
  if (reason?.trim()) return reason;
  throw validationError([{ path: "reason", message: "is required to reject; say what the producer should change" }]);
}

async function refuse(ctx: Ctx, task: TaskRow, input: SetStatus): Promise<HubError> {
  const { reason, metadata } = input;
  await keepRefusal(ctx, { uid: task.uid }, { to: input.status, reason, metadata, code: "INVALID_STATUS_TRANSITION" });
  return refusedMove(task.status, input.status, [...(allowed[task.status] ?? [])]);
}
