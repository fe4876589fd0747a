import type { Material } from "#task-types/material/research-material.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import { checkClaims } from "#task-types/quality/check-claims.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { readEvidence } from "#task-types/quality/evidence.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { check } from "#task-types/quality/score.ts";
import { languageCode } from "#task-types/text/language.ts";
import { readMarkdown } from "#task-types/text/markdown.ts";
import { countWords } from "#task-types/text/words.ts";

export type MailWords = { subject: string; preheader: string; markdown: string };

/** Longer ones are cut off in lists of mails. */
export const longestSubject = 70;
export const longestPreheader = 140;

/** What can be measured about mails: their lines for the list, their figures, statements and links. */
export async function checkMails(
  run: AnyRun,
  mails: MailWords[],
  { material, given, isPlan }: { material: Material; given: string[]; isPlan: boolean },
): Promise<Finding[]> {
  const code = languageCode(run.common.language);
  const evidence = readEvidence([...given, ...material.sources.map(({ text }) => text)], code);
  const body = mails.map(({ markdown }) => markdown).join("\n\n");
  const lines = mails.flatMap(({ subject, preheader }, index) => [
    ...(subject.length > longestSubject
      ? [`the subject of email ${index + 1} is longer than ${longestSubject} characters`]
      : []),
    ...(preheader.length > longestPreheader
      ? [`the preheader of email ${index + 1} is longer than ${longestPreheader} characters`]
      : []),
    ...(preheader.trim().toLowerCase() === subject.trim().toLowerCase()
      ? [`the preheader of email ${index + 1} repeats its subject`]
      : []),
  ]);
  const placeholders = [
    ...body.matchAll(/\[[^\]]*\b(insert|your|name|company)\b[^\]]*\](?!\()|lorem ipsum|\{\{.*?\}\}/gi),
  ].map(([found]) => `a placeholder is left: ${found}`);
  const thin = mails
    .filter(({ markdown }) => countWords(markdown) < 8)
    .map((_, index) => `email ${index + 1} says almost nothing`);
  return [
    check("lines", "Subject and preheader", lines, "Short enough for an inbox"),
    check("placeholders", "Finished text", placeholders, "No placeholder is left"),
    check(
      "length",
      "Length",
      thin,
      `${countWords(body)} words in ${mails.length} ${mails.length === 1 ? "email" : "emails"}`,
    ),
    ...(isPlan ? [] : [checkFigures(body, evidence), checkClaims(body, evidence)]),
    await checkLinks(run, body),
  ];
}

async function checkLinks(run: AnyRun, body: string): Promise<Finding> {
  const links = readMarkdown(body)
    .links.filter((link) => /^https?:/.test(link))
    .slice(0, 20);
  const dead = await Promise.all(
    links.map(async (link) => ((await run.linkResolves(link)) ? [] : [`${link} does not answer`])),
  );
  return check(
    "links",
    "Links",
    dead.flat(),
    ["The text links to nothing", "The one link answers"][links.length] ?? `All ${links.length} links answer`,
  );
}
