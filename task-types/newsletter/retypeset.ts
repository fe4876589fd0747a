import type * as z from "zod";
import { typesetMail } from "#task-types/mail/typeset-mail.ts";
import type { Retypeset } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { fixedWords } from "#task-types/text/fixed-words.ts";
import type { newsletter } from "./schema.ts";

type Result = z.output<typeof newsletter.result>;
type Issue = Pick<Result, "subject" | "preheader" | "sections"> & { picture?: { url: string; alt: string } };

/** The issue as one mail: the picture, then a block for each section, with a button where it has an address. */
export function typesetIssue(
  { subject, preheader, sections, picture }: Issue,
  language: string,
): Promise<{ html: string; text: string }> {
  const blocks = sections.map(({ title, markdown, url }) => ({
    heading: title,
    markdown,
    ...(url ? { button: { text: fixedWords(language).readMore, url } } : {}),
  }));
  return typesetMail({ subject, preheader, language, title: subject, picture, blocks });
}

/** Typesets the issue again when its words, its addresses or its picture were edited. */
export const retypesetIssue: Retypeset<z.output<typeof newsletter.request>, Result> = async (edit) => {
  const { before, after, language } = edit;
  const sources = ["subject", "preheader", "sections", "featured_image_url", "featured_image_alt"] as const;
  if (!sourceChanged(before.result, after.result, { sources, derived: ["html", "text"] }, "result")) return after;
  const { featured_image_url: url, featured_image_alt: alt } = after.result;
  const picture = url ? { url, alt: alt ?? "" } : undefined;
  return { ...after, result: { ...after.result, ...(await typesetIssue({ ...after.result, picture }, language)) } };
};
