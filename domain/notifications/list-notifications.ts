import { and, desc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import type { Transaction } from "#db/client.ts";
import { notifications } from "#db/schema/attention.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { noticePath } from "#domain/notifications/notice-path.ts";
import { requirePerson } from "#domain/notifications/require-person.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { HubError } from "#lib/errors.ts";

/** Counted no further: a badge shows "99+". */
const mostCounted = 100;

type ListedNotification = Awaited<ReturnType<typeof selectPage>>[number] & { path: string };
export type NotificationPage = { notifications: ListedNotification[]; unread: number; nextCursor: string | null };

/** A person's own notifications in one account, the newest first. @param input.limit 1–100 */
export async function listNotifications(
  ctx: Ctx,
  input: { unread: boolean; limit: number; cursor: string | null },
): Promise<NotificationPage> {
  const userId = requirePerson(ctx);
  const after = input.cursor === null ? null : decodeCursor(input.cursor);
  return inAccount(ctx, async (tx) => {
    const rows = await selectPage(tx, { accountId: ctx.actor.accountId, userId, ...input, after });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      notifications: page.map((row) => ({ ...row, path: noticePath(row) })),
      unread: await countUnread(tx, ctx.actor.accountId, userId),
      nextCursor: rows.length > page.length && last ? encodeCursor(last) : null,
    };
  });
}

/** How many a person has not read, up to 100. */
export async function countUnread(tx: Transaction, accountId: string, userId: string): Promise<number> {
  const unread = tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.accountId, accountId), eq(notifications.userId, userId), isNull(notifications.readAt)))
    .limit(mostCounted)
    .as("unread");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(unread);
  return row?.count ?? 0;
}

type Position = { createdAt: Date; id: string };
type PageInput = { accountId: string; userId: string; unread: boolean; limit: number; after: Position | null };

function selectPage(tx: Transaction, { accountId, userId, unread, limit, after }: PageInput) {
  return tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      message: notifications.message,
      onceKey: notifications.onceKey,
      actor: notifications.actor,
      readAt: notifications.readAt,
      createdAt: notifications.createdAt,
      taskId: tasks.id,
      taskStatus: tasks.status,
    })
    .from(notifications)
    .leftJoin(tasks, and(eq(tasks.uid, notifications.taskUid), eq(tasks.accountId, accountId)))
    .where(
      and(
        eq(notifications.accountId, accountId),
        eq(notifications.userId, userId),
        unread ? isNull(notifications.readAt) : undefined,
        after
          ? sql`(${notifications.createdAt}, ${notifications.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit + 1);
}

const position = z.tuple([instantSchema, z.uuid()]);

function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

/** @throws HubError VALIDATION_ERROR (400) for anything but a cursor of this list */
function decodeCursor(cursor: string): Position {
  const refused = new HubError("VALIDATION_ERROR", "cursor: is not one that this list gave out", {
    status: 400,
    details: { field: "cursor", reason: "use next_cursor of the page before" },
  });
  try {
    const read = position.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (read.success) return { createdAt: new Date(read.data[0]), id: read.data[1] };
  } catch {
    throw refused;
  }
  throw refused;
}
