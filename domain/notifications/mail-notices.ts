import { and, eq, inArray } from "drizzle-orm";
import { notificationSettings } from "#db/schema/attention.ts";
import type { TxCtx } from "#domain/context.ts";
import { writeMails } from "#domain/mail/write-mails.ts";
import { type NotificationKind, notificationKinds } from "#lib/contract/notification.ts";
import { isMailSet } from "#lib/mail/transport.ts";

/**
 * Seconds within which notices of a kind come in one mail. Assigning a hundred tasks, or a batch that fails in the night,
 * is one mail and not a hundred.
 */
const togetherSeconds: Record<NotificationKind, number> = { assigned: 30, mentioned: 30, due: 60, failed: 300 };

/** What is done can be undone for ten seconds; nobody is mailed of it before. */
const undoSeconds = 10;

/** Mails what was just told, to those who want that kind by mail. */
export async function mailNotices(
  ctx: TxCtx,
  kind: NotificationKind,
  told: { userId: string; createdAt: Date }[],
): Promise<void> {
  if (!isMailSet() || told.length === 0) return;
  const { accountId } = ctx.actor;
  const settings = await ctx.tx
    .select({ userId: notificationSettings.userId, mailed: notificationSettings.mailed })
    .from(notificationSettings)
    .where(
      and(
        eq(notificationSettings.accountId, accountId),
        inArray(
          notificationSettings.userId,
          told.map(({ userId }) => userId),
        ),
      ),
    );
  const chosen = new Map(settings.map(({ userId, mailed }) => [userId, mailed]));
  const length = togetherSeconds[kind] * 1000;
  const mails = told
    .filter(({ userId }) => (chosen.get(userId) ?? notificationKinds).includes(kind))
    .map(({ userId, createdAt }) => {
      const start = Math.floor(createdAt.getTime() / length) * length;
      const [from, until] = [new Date(start).toISOString(), new Date(start + length).toISOString()];
      return {
        payload: { about: "notices" as const, userId, kind, from, until },
        idempotencyKey: `mail:${kind}:${accountId}:${userId}:${from}`,
        notBefore: new Date(start + length + undoSeconds * 1000),
      };
    });
  await writeMails(ctx, mails);
}
