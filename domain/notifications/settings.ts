import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { notificationSettings } from "#db/schema/attention.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { requirePerson } from "#domain/notifications/require-person.ts";
import { type NotificationKind, notificationKinds } from "#lib/contract/notification.ts";

export type NotificationSettings = { mailed: NotificationKind[]; digestHour: number | null };

/** What a person gets who never said: everything that is for them alone, and in the morning what waits. */
export const defaultSettings: NotificationSettings = { mailed: [...notificationKinds], digestHour: 7 };

/** What a person wants by mail in one account. */
export async function readSettings(tx: Transaction, accountId: string, userId: string): Promise<NotificationSettings> {
  const [row] = await tx
    .select({ mailed: notificationSettings.mailed, digestHour: notificationSettings.digestHour })
    .from(notificationSettings)
    .where(and(eq(notificationSettings.accountId, accountId), eq(notificationSettings.userId, userId)));
  return row ?? defaultSettings;
}

export async function getNotificationSettings(ctx: Ctx): Promise<NotificationSettings> {
  const userId = requirePerson(ctx);
  return inAccount(ctx, (tx) => readSettings(tx, ctx.actor.accountId, userId));
}

/** Changes what is given and leaves the rest. */
export async function setNotificationSettings(
  ctx: Ctx,
  change: Partial<NotificationSettings>,
): Promise<NotificationSettings> {
  const userId = requirePerson(ctx);
  return inAccount(ctx, (tx) => writeSettings(tx, ctx.actor.accountId, userId, change));
}

export async function writeSettings(
  tx: Transaction,
  accountId: string,
  userId: string,
  change: Partial<NotificationSettings>,
): Promise<NotificationSettings> {
  const wanted = { ...(await readSettings(tx, accountId, userId)), ...change };
  const settings = { ...wanted, mailed: notificationKinds.filter((kind) => wanted.mailed.includes(kind)) };
  await tx
    .insert(notificationSettings)
    .values({ accountId, userId, ...settings })
    .onConflictDoUpdate({
      target: [notificationSettings.accountId, notificationSettings.userId],
      set: { ...settings, updatedAt: sql`now()` },
    });
  return settings;
}
