import { randomUUID } from "node:crypto";
import type { TxCtx } from "#domain/context.ts";
import { sealLinkMail } from "#domain/mail/compose-link-mail.ts";
import { writeMails } from "#domain/mail/write-mails.ts";

/** Mails a link that lets someone in, as well as showing it. @returns whether it will be sent */
export function mailLink(
  ctx: TxCtx,
  about: "invitation" | "password_reset",
  content: { to: string; url: string; by: string | null },
): Promise<boolean> {
  const payload = sealLinkMail(about, content);
  return writeMails(ctx, [{ payload, idempotencyKey: `mail:${about}:${randomUUID()}` }]);
}
