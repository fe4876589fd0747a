import type * as z from "zod";
import { typesetMail } from "#task-types/mail/typeset-mail.ts";
import type { Retypeset } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { fixedWords } from "#task-types/text/fixed-words.ts";
import type { email } from "./schema.ts";

type Request = z.output<typeof email.request>;
type Result = z.output<typeof email.result>;
type Words = Pick<Result["emails"][number], "subject" | "preheader" | "markdown">;

/** One mail of the sequence, with the request's button below its words. */
export function typesetEmail(
  { subject, preheader, markdown }: Words,
  { cta_text, cta_url }: Pick<Request, "cta_text" | "cta_url">,
  language: string,
): Promise<{ html: string; text: string }> {
  const button = cta_url ? { text: cta_text ?? fixedWords(language).readMore, url: cta_url } : undefined;
  return typesetMail({ subject, preheader, language, blocks: [{ markdown, ...(button ? { button } : {}) }] });
}

/** Typesets those mails again whose words were edited; mails are told apart by their number. */
export const retypesetEmails: Retypeset<Request, Result> = async ({ request, language, before, after }) => {
  const emails = after.result.emails.map(async (mail, index) => {
    const old = before.result.emails.find(({ number }) => number === mail.number);
    const changed = sourceChanged(
      old,
      mail,
      { sources: ["subject", "preheader", "markdown"], derived: ["html", "text"] },
      `result.emails.${index}`,
    );
    return changed ? { ...mail, ...(await typesetEmail(mail, request, language)) } : mail;
  });
  return { ...after, result: { ...after.result, emails: await Promise.all(emails) } };
};
