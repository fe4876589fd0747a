import { and, eq, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError, validationError } from "#lib/errors.ts";

const longestDays = 366;

/**
 * Takes a task that waits for review off everyone's desk until a time; null brings it back. It comes back by itself
 * then, or as soon as anything happens to it: an edit, a new revision, a comment, a due date, an assignment, a decision.
 * @param until in the future, at most a year ahead
 * @throws HubError INVALID_STATUS_TRANSITION for a task that does not wait for review
 */
export async function snoozeTask(ctx: Ctx, ref: TaskRef, until: Date | null): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    const { tx, actor } = txCtx;
    requireInReach(until);
    if (task.status !== "awaiting_approval") {
      throw new HubError("INVALID_STATUS_TRANSITION", `A task that is ${task.status} does not wait on the desk`, {
        details: { current_status: task.status, target_status: "awaiting_approval", allowed_transitions: [] },
      });
    }
    await tx
      .update(tasks)
      .set({ snoozedUntil: until, snoozedBy: until && actor.userId, updatedAt: sql`now()` })
      .where(and(eq(tasks.accountId, actor.accountId), eq(tasks.uid, task.uid)));
    const at = until?.toISOString() ?? null;
    await recordEvent(txCtx, task, {
      type: at ? "snoozed" : "snooze_ended",
      message: at ? `Snoozed until ${at.slice(0, 16).replace("T", " ")} UTC` : "Back on the desk",
      metadata: { until: at },
    });
    await recordAudit(txCtx, {
      action: at ? "task.snooze" : "task.unsnooze",
      targetType: "task",
      targetId: task.id,
      detail: { until: at, from: task.snoozedUntil?.toISOString() ?? null },
    });
  });
}

function requireInReach(until: Date | null): void {
  if (until === null) return;
  const ahead = until.getTime() - Date.now();
  if (ahead <= 0) throw validationError([{ path: "until", message: "must be in the future" }]);
  if (ahead > longestDays * 86_400_000) {
    throw validationError([{ path: "until", message: "must be within a year" }]);
  }
}
