import { createTransport, type Transporter } from "nodemailer";
import { env, publicUrl } from "#lib/env.ts";

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every try at the same mail: it becomes the Message-ID, so that a second copy is known as such. */
  messageId: string;
  date: Date;
  /** The address that stops such mails with one POST (RFC 8058). */
  unsubscribeUrl?: string;
};

/** The server will not take this mail however often it is sent. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}

/** Milliseconds; together well under the time for which the outbox leaves a mail to one worker. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 15_000 };

export function isMailSet(): boolean {
  return env().SMTP_URL !== undefined;
}

/** @throws MailRefused when the server refuses the address or the mail for good; Error when another try may help */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const { unsubscribeUrl, messageId, ...rest } = mail;
  const transport = openTransport();
  try {
    await transport.sendMail({
      ...rest,
      from: senderAddress(),
      messageId: `<${messageId}@${senderHost()}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(unsubscribeUrl && {
          "List-Unsubscribe": `<${unsubscribeUrl}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw isRefusal(error) ? new MailRefused((error as Error).message) : error;
  } finally {
    transport.close();
  }
}

/** Connects, encrypts where the server offers it, and signs in. @throws Error with what the server said */
export async function verifyMail(): Promise<void> {
  const transport = openTransport();
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** Who the mails are from: `MAIL_FROM`, or an address at the hub's own host that nobody reads. */
export function senderAddress(): string {
  return env().MAIL_FROM ?? `Oversight Hub <no-reply@${senderHost()}>`;
}

function senderHost(): string {
  const { hostname } = new URL(publicUrl());
  return /^[\d.]+$|:/.test(hostname) ? "localhost" : hostname;
}

function openTransport(): Transporter {
  const { SMTP_URL } = env();
  if (!SMTP_URL) throw new Error("SMTP_URL is not set here, so no mail can be sent");
  return createTransport({ url: SMTP_URL, ...patience });
}

/** A permanent answer (5xx, RFC 5321) about the mail or who it is for; one about signing in is the operator's to mend. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;
}
