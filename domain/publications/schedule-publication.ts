import { and, eq, sql } from "drizzle-orm";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { TxCtx } from "#domain/context.ts";
import { moveConflict } from "#domain/tasks/move-task.ts";
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
  const [row] = await ctx.tx
    .update(tasks)
    .set({ publishAt, version: sql`${tasks.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(tasks.accountId, ctx.actor.accountId),
        eq(tasks.uid, task.uid),
        eq(tasks.status, task.status),
        eq(tasks.version, task.version),
      ),
    )
    .returning();
  if (!row) throw moveConflict(ctx, task, "publish");
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
