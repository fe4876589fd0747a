import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { notifications } from "#db/schema/attention.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { countUnread } from "#domain/notifications/list-notifications.ts";
import { requirePerson } from "#domain/notifications/require-person.ts";

/** Marks a person's own notifications as read, and tells their other windows. Ids of others' change nothing. */
export async function markRead(ctx: Ctx, input: { ids: string[] } | { all: true }): Promise<{ unread: number }> {
  const userId = requirePerson(ctx);
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const read = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(notifications.accountId, accountId),
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          "ids" in input ? inArray(notifications.id, input.ids) : undefined,
        ),
      )
      .returning({ id: notifications.id });
    if (read.length > 0) await sendSignal(tx, { accountId, userId }, { type: "notifications" });
    return { unread: await countUnread(tx, accountId, userId) };
  });
}
