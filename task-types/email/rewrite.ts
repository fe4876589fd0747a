import type * as z from "zod";
import { rewriteItems } from "#task-types/blocks/rewrite-passages.ts";
import { longestPreheader, longestSubject } from "#task-types/mail/check-mail.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { email } from "./schema.ts";

type Run = PhaseRun<z.output<typeof email.request>>;
type Words = { subject: string; preheader: string; markdown: string };

/** The mails of the revision before, as people may have edited them. */
export function mailsBefore({ previous }: Pick<Run, "previous">) {
  return email.result.shape.emails.parse(previous?.result.emails);
}

/** The sequence with the round's mails rewritten. */
export async function rewriteMails(run: Run): Promise<Words[]> {
  const { topic, goal, audience } = run.request;
  const items = mailsBefore(run).map(({ subject, preheader, markdown }) => ({
    ...{ title: subject, summary: preheader, text: markdown },
  }));
  const rewritten = await rewriteItems(run, items, {
    brief: [`A sequence of mails on: ${topic}`, goal ? `Goal: ${goal}` : "", audience ? `Readers: ${audience}` : ""]
      .filter(Boolean)
      .join("\n"),
    topic,
    sources: materialOf(run).sources,
    cites: false,
    rules: `Each passage is a mail: its title is the subject, at most ${longestSubject} characters; its summary the preheader, at most ${longestPreheader}; its text the body in Markdown.`,
  });
  return rewritten.map(({ title, summary, text }) => ({ subject: title, preheader: summary, markdown: text }));
}
