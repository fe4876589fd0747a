import { and, asc, eq, gte, isNull, lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { notifications } from "#db/schema/attention.ts";
import { tasks } from "#db/schema/tasks.ts";
import { withAccount } from "#domain/context.ts";
import type { Addressed } from "#domain/mail/addressed.ts";
import { findRecipient, waysOut } from "#domain/mail/find-recipient.ts";
import { noticePath } from "#domain/notifications/notice-path.ts";
import type { OutboxPayload } from "#domain/outbox/outbox-kinds.ts";
import type { NotificationKind } from "#lib/contract/notification.ts";
import { count } from "#lib/format/number.ts";
import { absoluteUrl } from "#lib/http/links.ts";

type Payload = Extract<OutboxPayload<"mail.send">, { about: "notices" }>;

const mostListed = 20;

const subjectOfMany: Record<NotificationKind, (n: string) => string> = {
  assigned: (n) => `${n} tasks were assigned to you`,
  mentioned: (n) => `You were mentioned ${n} times`,
  due: (n) => `${n} reminders of due dates`,
  failed: (n) => `${n} reports of failed tasks`,
};

/** What of these notices is still unread; null when nothing is, or the person wants no such mails any more. */
export async function composeNotices(db: Database, accountId: string, payload: Payload): Promise<Addressed | null> {
  const { userId, kind } = payload;
  return withAccount(db, accountId, async (tx) => {
    const recipient = await findRecipient(tx, accountId, userId);
    if (!recipient?.settings.mailed.includes(kind)) return null;
    const rows = await tx
      .select({
        kind: notifications.kind,
        message: notifications.message,
        onceKey: notifications.onceKey,
        taskId: tasks.id,
        taskStatus: tasks.status,
      })
      .from(notifications)
      .leftJoin(tasks, and(eq(tasks.uid, notifications.taskUid), eq(tasks.accountId, accountId)))
      .where(
        and(
          eq(notifications.accountId, accountId),
          eq(notifications.userId, userId),
          eq(notifications.kind, kind),
          isNull(notifications.readAt),
          gte(notifications.createdAt, new Date(payload.from)),
          lt(notifications.createdAt, new Date(payload.until)),
        ),
      )
      .orderBy(asc(notifications.createdAt));
    const [first, ...more] = rows;
    if (!first) return null;
    const subject = more.length > 0 ? subjectOfMany[kind](count(rows.length)) : oneLine(first.message);
    const lines = rows.slice(0, mostListed).map((row) => ({ text: row.message, url: absoluteUrl(noticePath(row)) }));
    const left = rows.length - lines.length;
    const { footer, unsubscribeUrl } = waysOut(accountId, recipient, kind);
    const letter = {
      subject,
      preheader: first.message,
      lines:
        more.length > 0
          ? [...lines, ...(left > 0 ? [{ text: `And ${count(left)} more.` }] : [])]
          : [{ text: first.message }],
      button: more.length > 0 ? { text: "Open the hub", url: absoluteUrl("/") } : openButton(lines[0]?.url),
      footer,
    };
    return { to: recipient.email, letter, unsubscribeUrl };
  });
}

function openButton(url = absoluteUrl("/")): { text: string; url: string } {
  return { text: "Open in the hub", url };
}

/** What the message says before its details, as long as a subject may be. */
function oneLine(message: string): string {
  const line = message.replace(/\s+/g, " ");
  const before = /^.*?”(?=: )/.exec(line)?.[0] ?? line;
  return before.length > 150 ? `${before.slice(0, 149)}…` : before;
}
