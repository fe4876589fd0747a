import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { notifications } from "#db/schema/attention.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { countUnread } from "#domain/notifications/list-notifications.ts";
import { requirePerson } from "#domain/notifications/require-person.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";

type Which = { ids: string[] } | { all: true } | { task: TaskRef };

/**
 * Marks a person's own notifications as read, and tells their other windows. Ids of others' change nothing.
 * @throws HubError TASK_NOT_FOUND
 */
export async function markRead(ctx: Ctx, which: Which): Promise<{ unread: number }> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const chosen =
      "ids" in which
        ? inArray(notifications.id, which.ids)
        : "task" in which
          ? eq(notifications.taskUid, (await getTaskRow(tx, accountId, which.task)).uid)
          : undefined;
    const read = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(notifications.accountId, accountId),
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          chosen,
        ),
      )
      .returning({ id: notifications.id });
    if (read.length > 0) await sendSignal(tx, { accountId, userId }, { type: "notifications" });
    return { unread: await countUnread(tx, accountId, userId) };
  });
}
