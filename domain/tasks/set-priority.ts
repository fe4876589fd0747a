import { and, eq, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { setJobPriority } from "#domain/jobs/set-job-priority.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { type Priority, priorities } from "#lib/contract/status.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** Says how urgent a task is: to the workers as long as it waits for one, and then to those who review it. */
export async function setPriority(ctx: Ctx, ref: TaskRef, priority: Priority): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:write", ref, async (txCtx, task) => {
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
}
