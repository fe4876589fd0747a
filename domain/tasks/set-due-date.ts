import { and, eq, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { taskVerb } from "#domain/tasks/change-task.ts";
import { requireVersion } from "#domain/tasks/edit-task.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { SeenVersion } from "#lib/contract/task.ts";

type DueDate = { version?: SeenVersion; dueAt: Date | null };

/**
 * Says by when a task is wanted; null takes the date away. The content, and so an approval of it, stays as it is.
 * @param input.version the one that was read; without it, whatever the task is by now gets the date
 * @throws HubError PRECONDITION_FAILED when someone changed the task since it was read
 */
export const setDueDate = taskVerb("tasks:write", async (txCtx, task, input: DueDate) => {
  const { dueAt, version } = input;
  if (version !== undefined) requireVersion(task, version);
  else if (task.dueAt?.getTime() === dueAt?.getTime()) return;
  const { tx, actor } = txCtx;
  await tx
    .update(tasks)
    .set({ ...awake, dueAt, updatedAt: sql`now()` })
    .where(and(eq(tasks.accountId, actor.accountId), eq(tasks.uid, task.uid)));
  const due = dueAt?.toISOString() ?? null;
  const message = due ? `Due ${due.slice(0, 10)}` : "No longer due";
  await recordEvent(txCtx, task, { type: "due", message, metadata: { due_at: due } });
  const before = task.dueAt?.toISOString() ?? null;
  await recordAudit(txCtx, {
    action: "task.due",
    targetType: "task",
    targetId: task.id,
    detail: { due_at: due, from: before },
  });
});
