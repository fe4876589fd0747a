import { and, eq, sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import { namesOfMembers } from "#domain/members/find-member.ts";
import { noticeKeys } from "#domain/notifications/notice-keys.ts";
import { notify, quoteTitle, withdrawAssignment } from "#domain/notifications/notify.ts";
import { taskVerb } from "#domain/tasks/change-task.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { validationError } from "#lib/errors.ts";

/** Gives a task to a member of the account, or to nobody. @throws HubError VALIDATION_ERROR for anyone else. */
export const assignTask = taskVerb("tasks:review", async (txCtx, task, userId: string | null) => {
  const { tx, actor } = txCtx;
  const member = await getAssignee(txCtx, userId);
  await tx
    .update(tasks)
    .set({ ...awake, assignedTo: userId, updatedAt: sql`now()` })
    .where(and(eq(tasks.accountId, actor.accountId), eq(tasks.uid, task.uid)));
  if (task.assignedTo && task.assignedTo !== userId) await withdrawAssignment(txCtx, task.uid, task.assignedTo);
  if (userId && task.assignedTo !== userId) {
    await notify(txCtx, [userId], {
      kind: "assigned",
      taskUid: task.uid,
      message: `${actor.name} assigned ${quoteTitle(task)} to you`,
      onceKey: noticeKeys.assigned(task.uid),
    });
  }
  const message = member ? `Assigned to ${member.name}` : "Assigned to nobody";
  await recordEvent(txCtx, task, { type: "assigned", message, metadata: { user_id: userId } });
  await recordAudit(txCtx, {
    action: "task.assign",
    targetType: "task",
    targetId: task.id,
    detail: { user_id: userId },
  });
});

/** For a verb on many: nobody is assigned anything when the assignee is not a member. @throws HubError VALIDATION_ERROR */
export async function requireAssignee(ctx: Ctx, userId: string | null): Promise<void> {
  await inAccount(ctx, (tx) => getAssignee({ ...ctx, tx }, userId));
}

async function getAssignee({ tx, actor }: TxCtx, userId: string | null): Promise<{ name: string } | null> {
  if (userId === null) return null;
  const name = (await namesOfMembers(tx, actor.accountId, [userId])).get(userId);
  if (name === undefined) throw validationError([{ path: "user_id", message: "is not a member of this account" }]);
  return { name };
}
