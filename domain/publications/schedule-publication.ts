import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { TxCtx } from "#domain/context.ts";
import { changeSeenTask, moveConflict } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** Statuses from which approval can still come. */
const schedulable: readonly TaskStatus[] = [
  "pending",
  "queued",
  "generating",
  "on_hold",
  "awaiting_approval",
  "rejected",
  "approved",
];

/**
 * Sets when the task publishes itself. Its status stays: approval may come before that time or after, and publishing
 * follows whichever is later.
 */
export async function schedulePublication(ctx: TxCtx, task: TaskRow, publishAt: Date): Promise<void> {
  if (!schedulable.includes(task.status)) throw moveConflict(ctx, task, "publish");
  const row = await changeSeenTask(ctx, task, { publishAt }, "publish");
  const at = publishAt.toISOString();
  await recordEvent(ctx, row, {
    type: "scheduled",
    message: `Will be published at ${at}`,
    metadata: { publish_at: at },
  });
  await recordAudit(ctx, {
    action: "task.schedule",
    targetType: "task",
    targetId: task.id,
    detail: { publish_at: at },
  });
}
