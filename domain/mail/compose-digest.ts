import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { withAccount } from "#domain/context.ts";
import type { Addressed } from "#domain/mail/addressed.ts";
import { findRecipient, waysOut } from "#domain/mail/find-recipient.ts";
import type { OutboxPayload } from "#domain/outbox/outbox-kinds.ts";
import { scopesByRole } from "#lib/contract/access.ts";
import { count } from "#lib/format/number.ts";
import { absoluteUrl } from "#lib/http/links.ts";

type Payload = Extract<OutboxPayload<"mail.send">, { about: "digest" }>;
type Line = { text: string; url: string };

/** The state of the desk for one person; null when there is nothing to tell, or they want it no more. */
export async function composeDigest(db: Database, accountId: string, payload: Payload): Promise<Addressed | null> {
  return withAccount(db, accountId, async (tx) => {
    const recipient = await findRecipient(tx, accountId, payload.userId);
    if (!recipient || recipient.settings.digestHour === null) return null;
    const numbers = await readNumbers(tx, accountId, payload);
    const lines = linesOf(numbers, scopesByRole[recipient.role].includes("tasks:review"));
    const [first] = lines;
    if (!first) return null;
    const { footer, unsubscribeUrl } = waysOut(accountId, recipient, "digest");
    const letter = {
      subject: `${recipient.accountName}: ${first.text}`,
      preheader: lines.map(({ text }) => text).join(". "),
      lines,
      button: { text: "Open the hub", url: absoluteUrl("/") },
      footer,
    };
    return { to: recipient.email, letter, unsubscribeUrl };
  });
}

type Numbers = {
  waiting: number;
  own: number;
  oldest_hours: number | null;
  due: number;
  late: number;
  failed: number;
  published: number;
};

async function readNumbers(tx: Transaction, accountId: string, { userId, since }: Payload): Promise<Numbers> {
  const [row] = await tx.execute<Numbers>(sql`
    select
      count(*) filter (where status = 'awaiting_approval')::int as waiting,
      count(*) filter (where status = 'awaiting_approval' and assigned_to = ${userId})::int as own,
      extract(epoch from now() - min(coalesce(finished_at, created_at)) filter (where status = 'awaiting_approval'))::float8
        / 3600 as oldest_hours,
      count(*) filter (where status = 'awaiting_approval' and due_at > now() and due_at <= now() + interval '1 day')::int as due,
      count(*) filter (where status = 'awaiting_approval' and due_at <= now())::int as late,
      count(*) filter (where status = 'failed' and finished_at >= ${since}::timestamptz)::int as failed,
      count(*) filter (where status = 'published' and published_at >= ${since}::timestamptz)::int as published
    from tasks
    where account_id = ${accountId} and (status in ('awaiting_approval', 'failed', 'published'))
      and (status = 'awaiting_approval' or updated_at >= ${since}::timestamptz)`);
  return row ?? { waiting: 0, own: 0, oldest_hours: null, due: 0, late: 0, failed: 0, published: 0 };
}

function linesOf(numbers: Numbers, reviews: boolean): Line[] {
  const { waiting, own, oldest_hours: oldest, due, late, failed, published } = numbers;
  const line = (number: number, text: string, path: string) => (number > 0 ? [{ text, url: absoluteUrl(path) }] : []);
  const one = (number: number, singular: string, plural: string) =>
    `${count(number)} ${number === 1 ? singular : plural}`;
  const age = oldest === null ? "" : `, the oldest for ${duration(oldest)}`;
  return [
    ...(reviews ? line(waiting, `${one(waiting, "waits", "wait")} for review${age}`, "/review") : []),
    ...line(own, `${one(own, "of them is", "of them are")} assigned to you`, "/review"),
    ...line(late, `${one(late, "is past its date", "are past their dates")}`, "/review"),
    ...line(due, `${one(due, "is due", "are due")} within a day`, "/review"),
    ...line(
      failed,
      `${one(failed, "has failed", "have failed")} since the last of these emails`,
      "/queue?status=failed",
    ),
    ...line(published, `${one(published, "was published", "were published")} since`, "/queue?status=published"),
  ];
}

function duration(hours: number): string {
  if (hours < 1) return "less than an hour";
  const [number, unit] = hours < 48 ? [Math.floor(hours), "hour"] : [Math.floor(hours / 24), "day"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
