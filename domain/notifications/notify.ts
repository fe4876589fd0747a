import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { notifications } from "#db/schema/attention.ts";
import { memberships, users } from "#db/schema/people.ts";
import { actorRecord, type TxCtx } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { mailNotices } from "#domain/notifications/mail-notices.ts";
import type { NotificationKind } from "#lib/contract/notification.ts";

export type Notice = {
  kind: NotificationKind;
  /** Null when it is about several tasks. */
  taskUid: string | null;
  message: string;
  /** The same thing is told each person once (see notice-keys.ts). */
  onceKey: string;
};

/**
 * Tells people of the account, in the transaction of what it is about. Whoever did it is not told, nor is anybody who
 * is not or no longer a member.
 * @returns who has not been told before
 */
export async function notify(ctx: TxCtx, userIds: readonly string[], notice: Notice): Promise<string[]> {
  const told = await presentMembers(ctx, userIds);
  if (told.length === 0) return [];
  const { accountId } = ctx.actor;
  const actor = actorRecord(ctx.actor);
  const rows = await ctx.tx
    .insert(notifications)
    .values(told.map((userId) => ({ id: uuidv7(), accountId, userId, actor, ...notice })))
    .onConflictDoNothing({ target: [notifications.accountId, notifications.userId, notifications.onceKey] })
    .returning({ userId: notifications.userId, createdAt: notifications.createdAt });
  for (const { userId } of rows) await sendSignal(ctx.tx, { accountId, userId }, { type: "notifications" });
  await mailNotices(ctx, notice.kind, rows);
  return rows.map(({ userId }) => userId);
}

/** Those of them who are members and did not do it themselves, in the one order in which rows are written. */
export async function presentMembers(ctx: TxCtx, userIds: readonly string[]): Promise<string[]> {
  const others = [...new Set(userIds)].filter((userId) => userId !== ctx.actor.userId);
  if (others.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.accountId, ctx.actor.accountId),
        inArray(memberships.userId, others),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(users.id);
  return rows.map(({ id }) => id);
}

/** A title as a sentence can carry it. */
export function quoteTitle(task: { title: string; id: string }): string {
  const title = task.title.trim() || task.id;
  return `“${title.length > 120 ? `${title.slice(0, 119)}…` : title}”`;
}

/** What no longer holds and was not read is taken back: nobody needs to hear of a task that is another's by now. */
export async function withdrawAssignment(ctx: TxCtx, taskUid: string, userId: string): Promise<void> {
  const { accountId } = ctx.actor;
  const gone = await ctx.tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.accountId, accountId),
        eq(notifications.userId, userId),
        eq(notifications.taskUid, taskUid),
        eq(notifications.kind, "assigned"),
        isNull(notifications.readAt),
      ),
    )
    .returning({ id: notifications.id });
  if (gone.length > 0) await sendSignal(ctx.tx, { accountId, userId }, { type: "notifications" });
}
