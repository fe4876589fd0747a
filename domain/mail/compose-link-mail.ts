import { eq } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import type { Addressed } from "#domain/mail/addressed.ts";
import type { OutboxPayload } from "#domain/outbox/outbox-kinds.ts";
import { openJson, sealJson } from "#lib/auth/sealed-json.ts";

type Payload = Exclude<OutboxPayload<"mail.send">, { userId: string }>;

const sealedSchema = z.object({ to: z.string(), url: z.string(), by: z.string().nullable() });
type Sealed = z.output<typeof sealedSchema>;

/** Whoever holds such a link is let in, so that the outbox holds it under lock. */
export function sealLinkMail(about: Payload["about"], content: Sealed): Payload {
  return { about, sealed: sealJson(content) };
}

export async function composeLinkMail(db: Database, accountId: string, payload: Payload): Promise<Addressed> {
  const { to, url, by } = sealedSchema.parse(openJson(payload.sealed));
  const [account] = await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId));
  const name = account?.name ?? "Oversight Hub";
  if (payload.about === "invitation") {
    const text = `${by ?? "An admin"} invites you to ${name}, where a team reviews what machines write before it goes out.`;
    return {
      to,
      letter: {
        subject: `Join ${name} on Oversight Hub`,
        preheader: text,
        lines: [{ text }],
        button: { text: `Join ${name}`, url },
        footer: [{ text: "The link works once, for a week. If you do not know the sender, do nothing." }],
      },
    };
  }
  const text = `Choose a new password for ${to}. It ends every session that was open with the old one.`;
  return {
    to,
    letter: {
      subject: "A new password for Oversight Hub",
      preheader: text,
      lines: [{ text }],
      button: { text: "Choose a new password", url },
      footer: [
        { text: "The link works once, for a day. If you did not ask for it, do nothing: the old password stays." },
      ],
    },
  };
}
