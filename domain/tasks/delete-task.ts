import { and, eq, isNull, sql } from "drizzle-orm";
import { publications } from "#db/schema/outputs.ts";
import { tasks } from "#db/schema/tasks.ts";
import { removeTaskArtifacts } from "#domain/artifacts/remove-task-artifacts.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { TaskChange } from "#domain/tasks/change-task.ts";
import { lockTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";

/**
 * Deletes a task in any status: stops its work (a worker finds its lease gone), withdraws its publication, removes its
 * files and its words; the audit keeps that it was there. @throws HubError TASK_NOT_FOUND
 */
export async function deleteTask(ctx: Ctx, ref: TaskRef): Promise<void> {
  requireScope(ctx, deletion.scope);
  await inAccount(ctx, async (tx) => {
    const task = await lockTaskRow(tx, ctx.actor.accountId, ref);
    await deletion.change({ ...ctx, tx }, task);
  });
}

/** deleteTask's change, for many: of what is deleted nothing is left to answer with. */
export const deletion: TaskChange<[]> = {
  scope: "tasks:write",
  async change(ctx, task) {
    const { tx } = ctx;
    const { accountId } = ctx.actor;
    if (task.publishedUrl !== null) requireScope(ctx, "tasks:publish");
    await tx
      .update(publications)
      .set({ withdrawnAt: new Date() })
      .where(
        and(
          eq(publications.accountId, accountId),
          eq(publications.taskUid, task.uid),
          isNull(publications.withdrawnAt),
        ),
      );
    await removeTaskArtifacts(ctx, task.uid);
    await tx.execute(sql`select hub_erase_task_history(${accountId}::uuid, ${task.uid}::uuid)`);
    await tx.delete(tasks).where(and(eq(tasks.accountId, accountId), eq(tasks.uid, task.uid)));
    await recordEvent(ctx, task, { type: "deleted", fromStatus: task.status, message: "Task deleted" });
    await recordAudit(ctx, {
      action: "task.delete",
      targetType: "task",
      targetId: task.id,
      detail: { status: task.status, number: task.number, task_type: task.taskType, sha256: task.revisionSha256 },
    });
  },
};
