import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { notificationSettings } from "#db/schema/attention.ts";
import { memberships } from "#db/schema/people.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { requirePerson } from "#domain/notifications/require-person.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import { type NotificationKind, notificationKinds } from "#lib/contract/notification.ts";

export type NotificationSettings = { mailed: NotificationKind[]; digestHour: number | null };

/** What people get who never said: everything that is for them alone; who may review, in the morning what waits. */
export function defaultSettings(role: Role | null): NotificationSettings {
  const reviews = role !== null && scopesByRole[role].includes("tasks:review");
  return { mailed: [...notificationKinds], digestHour: reviews ? 7 : null };
}

/** What a person wants by mail in one account. */
export async function readSettings(tx: Transaction, accountId: string, userId: string): Promise<NotificationSettings> {
  const [row] = await tx
    .select({
      role: memberships.role,
      mailed: notificationSettings.mailed,
      digestHour: notificationSettings.digestHour,
    })
    .from(memberships)
    .leftJoin(
      notificationSettings,
      and(eq(notificationSettings.accountId, accountId), eq(notificationSettings.userId, userId)),
    )
    .where(and(eq(memberships.accountId, accountId), eq(memberships.userId, userId)));
  return row?.mailed ? { mailed: row.mailed, digestHour: row.digestHour } : defaultSettings(row?.role ?? null);
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
  const mailed = notificationKinds.filter((kind) => wanted.mailed.includes(kind));
  const [settings] = await tx
    .insert(notificationSettings)
    .values({ accountId, userId, ...wanted, mailed })
    .onConflictDoUpdate({
      target: [notificationSettings.accountId, notificationSettings.userId],
      // No more than what was given: the rest may have been changed since it was read.
      set: {
        ...(change.mailed && { mailed }),
        ...(change.digestHour !== undefined && { digestHour: change.digestHour }),
        updatedAt: sql`now()`,
      },
    })
    .returning({ mailed: notificationSettings.mailed, digestHour: notificationSettings.digestHour });
  return settings ?? { ...wanted, mailed };
}
