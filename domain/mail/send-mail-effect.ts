import { createHash } from "node:crypto";
import type { Database } from "#db/client.ts";
import type { Addressed } from "#domain/mail/addressed.ts";
import { composeDigest } from "#domain/mail/compose-digest.ts";
import { composeLinkMail } from "#domain/mail/compose-link-mail.ts";
import { composeNotices } from "#domain/mail/compose-notices.ts";
import { type Effect, EffectRefused } from "#domain/outbox/deliver-outbox.ts";
import { MailRefused, sendMail } from "#lib/mail/transport.ts";
import { typesetLetter } from "#lib/mail/typeset-letter.ts";

/** Milliseconds after which a mail that could not be sent is no longer news. */
const stale = 2 * 24 * 3_600_000;

/**
 * Sends one mail of the outbox, or nothing when there is nothing left to say: it was read, undone, or unsubscribed.
 * A second try after a crash between sending and noting it bears the same Message-ID.
 * @throws EffectRefused when the address is refused for good, or it could not be sent for two days
 */
export async function sendMailEffect(db: Database, effect: Effect<"mail.send">): Promise<void> {
  const composed = await compose(db, effect);
  if (!composed) return;
  const { to, letter, unsubscribeUrl } = composed;
  const messageId = createHash("sha256").update(effect.idempotencyKey).digest("hex").slice(0, 40);
  try {
    const { html, text } = await typesetLetter(letter);
    await sendMail({ to, subject: letter.subject, html, text, messageId, date: effect.createdAt, unsubscribeUrl });
  } catch (error) {
    if (error instanceof MailRefused) throw new EffectRefused(`${to}: ${error.message}`);
    const message = `${to}: ${error instanceof Error ? error.message : error}`;
    if (Date.now() - effect.createdAt.getTime() > stale) throw new EffectRefused(`not sent for two days: ${message}`);
    throw new Error(message);
  }
}

function compose(db: Database, { accountId, payload }: Effect<"mail.send">): Promise<Addressed | null> {
  if (payload.about === "notices") return composeNotices(db, accountId, payload);
  if (payload.about === "digest") return composeDigest(db, accountId, payload);
  return composeLinkMail(db, accountId, payload);
}
