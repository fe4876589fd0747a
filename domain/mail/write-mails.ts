import type { TxCtx } from "#domain/context.ts";
import type { OutboxPayload } from "#domain/outbox/outbox-kinds.ts";
import { writeOutbox } from "#domain/outbox/write-outbox.ts";
import { isMailSet } from "#lib/mail/transport.ts";

export type NewMail = { payload: OutboxPayload<"mail.send">; idempotencyKey: string; notBefore?: Date };

/**
 * Writes down mails in the transaction that causes them. Without a mail server none are: they would go out in a heap on
 * the day there is one.
 * @returns whether they will be sent
 */
export async function writeMails(ctx: TxCtx, mails: NewMail[]): Promise<boolean> {
  if (!isMailSet()) return false;
  await writeOutbox(
    ctx,
    mails.map((mail) => ({ kind: "mail.send" as const, ...mail })),
  );
  return true;
}
