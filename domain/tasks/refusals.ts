import type { TaskRow } from "#db/schema/tasks.ts";
import type { TxCtx } from "#domain/context.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { type ErrorCode, HubError } from "#lib/errors.ts";

/** What the caller says about a move. */
export type Asked = { reason?: string; metadata?: JsonObject };
export type RefusedMove = Asked & { to: TaskStatus; code: ErrorCode };

/** Refused by what the task is, or by who asks: not by a fault of the request or a right that is missing. */
const codes: readonly ErrorCode[] = [
  ...(["INVALID_STATUS_TRANSITION", "TASK_NOT_CANCELLABLE", "REVISION_CHANGED"] as const),
  ...(["APPROVAL_NOT_ALLOWED", "ALREADY_APPROVED"] as const),
];

export function isRefusal(error: unknown): error is HubError {
  return error instanceof HubError && codes.includes(error.code);
}

/** Writes down in a task's history of statuses that it was not moved. */
export async function recordRefusal(
  ctx: TxCtx,
  task: TaskRow,
  { to, reason, metadata, code }: RefusedMove,
): Promise<void> {
  await recordEvent(ctx, task, {
    type: "move_refused",
    fromStatus: task.status,
    toStatus: to,
    message: `Refused: ${task.status} → ${to}`,
    reason,
    metadata: { ...metadata, refused_with: code },
  });
}
