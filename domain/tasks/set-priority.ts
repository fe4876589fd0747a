import { and, eq, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { setJobPriority } from "#domain/jobs/set-job-priority.ts";
import { taskVerb } from "#domain/tasks/change-task.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { type Priority, priorities } from "#lib/contract/status.ts";

/** Says how urgent a task is: to the workers as long as it waits for one, and then to those who review it. */
export const setPriority = taskVerb("tasks:write", async (txCtx, task, priority: Priority) => {
  const { tx, actor } = txCtx;
  const next = priorities.indexOf(priority);
  if (next === task.priority) return;
  await tx
    .update(tasks)
    .set({ ...awake, priority: next, updatedAt: sql`now()` })
    .where(and(eq(tasks.accountId, actor.accountId), eq(tasks.uid, task.uid)));
  await setJobPriority(tx, task.jobId, next);
  const from = priorities[task.priority] ?? "normal";
  const detail = { priority, from };
  await recordEvent(txCtx, task, { type: "priority", message: `Priority ${priority}`, metadata: detail });
  await recordAudit(txCtx, { action: "task.priority", targetType: "task", targetId: task.id, detail });
});
