import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { withoutCitations } from "#task-types/text/markdown.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import { asFact, type ChosenFact, isNews, readable } from "./choose-facts.ts";
import { cleanTitle } from "./clean-title.ts";
import { composeFacts } from "./compose-facts.ts";
import { followFeedback, type ListedFact } from "./follow-feedback.ts";
import { cut, headline } from "./headline.ts";
import { articleInputSchema } from "./input.ts";
import { mailPlan } from "./mail-plan.ts";
import { writeArticle } from "./write-article.ts";

export const newsletterInputSchema = z.object({
  topic: z.string(),
  language: z.string().default("English"),
  facts: z.array(z.object({ text: z.string(), theme: z.string() })).default([]),
  feedback: z.string().nullish(),
  sections: z.array(z.object({ title: z.string(), text: z.string() })).default([]),
});

const sectionWords = 100;
const mostSections = 5;
const subjectLength = 70;
const titleLength = 60;
const preheaderLength = 130;

type Section = { title: string; markdown: string; isPlan: boolean };

/** Sections from their own notes and pages; where none were named, one for each theme of the material. */
export function writeNewsletter({ topic, sections, language, ...given }: z.output<typeof newsletterInputSchema>) {
  const code = languageCode(language);
  const { facts, scale, title: wished, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const title = cleanTitle({ topic, style: "", primaryKeyword: null, language }, []);
  const usual = (words: number) => (scale < 1 ? Math.min(sectionWords, words) : sectionWords) * scale;
  const named = sections.map((section): Section => {
    const { title: own, text } = section;
    if (text) return { title: own, markdown: condensed(own, text, language, usual(countWords(text))), isPlan: false };
    const found = matching(own, facts, code);
    if (found.length === 0) return { title: own, markdown: mailPlan(own, null), isPlan: true };
    return { title: own, markdown: composeFacts(within(found, sectionWords)), isPlan: false };
  });
  const written: Section[] = sections.length > 0 ? named : byTheme(facts, title, code, usual);
  if (written.length === 0) written.push({ title, markdown: mailPlan(title, null), isPlan: true });
  const plans = written.filter(({ isPlan }) => isPlan).length;
  if (plans > 0 && plans < written.length)
    shortcomings.push(`There was no material for ${plans} of ${written.length} sections; they are working drafts.`);
  const listed = written.map((section) => section.title).join(" · ");
  return {
    subject: cut(wished ?? title, subjectLength),
    preheader: cut(listed === title ? firstLine(written[0]?.markdown ?? "") : listed, preheaderLength),
    sections: written.map((section) => ({ title: section.title, markdown: replaced(section.markdown) })),
    working_draft: plans === written.length,
    shortcomings,
  };
}

/** A section for each theme, under a heading of its own words; a few points are one section. */
function byTheme(facts: ListedFact[], topic: string, code: string, usual: (words: number) => number): Section[] {
  const themes = new Map<string, ListedFact[]>();
  for (const fact of facts) themes.set(fact.theme, [...(themes.get(fact.theme) ?? []), fact]);
  if (wordsOf(facts) <= sectionWords) themes.clear();
  const groups = themes.size > 0 ? [...themes] : facts.length > 0 ? [[topic, facts] as const] : [];
  const titles = new Set<string>();
  const readableGroups: { theme: string; lines: ChosenFact[] }[] = [];
  let carried: ChosenFact[] = [];
  for (const [index, [theme, own]] of groups.entries()) {
    const lines = [...carried, ...readable(own, code)];
    // One statement under a heading of its own says everything twice; it opens the next section.
    carried = lines.length < 2 && index < groups.length - 1 ? lines : [];
    if (carried.length === 0 && lines.length > 0) readableGroups.push({ theme, lines });
  }
  return readableGroups.slice(0, mostSections).map(({ theme, lines }) => {
    const title = themes.size > 0 ? titleOf(lines, theme, topic, titles, code) : topic;
    titles.add(title);
    const words = lines.reduce((sum, { text }) => sum + countWords(text), 0);
    return { title, markdown: composeFacts(within(lines, usual(words))), isPlan: false };
  });
}

/** What a section says first, in its own words; a theme of two nouns says less. */
function titleOf(lines: ChosenFact[], theme: string, topic: string, used: ReadonlySet<string>, code: string): string {
  const isNamed = theme !== topic && (code === "en" || code === "de") && !used.has(theme);
  if (isNamed && countWords(theme) > 3) return theme;
  const found = lines
    .filter(({ text }) => isNews(text, code))
    .flatMap(({ text }) => headline(text, code, titleLength) ?? [])
    .find((text) => !used.has(text));
  if (found) return found;
  return isNamed || used.has(topic) ? theme : topic;
}

function condensed(title: string, material: string, language: string, words: number): string {
  if (countWords(material) <= words * 1.3) return material.trim();
  const sources = [{ number: 1, title, text: material }];
  const { content } = writeArticle(
    articleInputSchema.parse({ topic: title, language, sources, targetLength: Math.round(words) }),
    { keepsOrder: true },
  );
  return (
    withoutCitations(content)
      .replace(/^#{1,6} .*\n*/gm, "")
      .trim() || material.trim()
  );
}

function matching(title: string, facts: ListedFact[], code: string): ChosenFact[] {
  const wanted = contentStems(title, code);
  return facts.filter(({ text }) => coverage(wanted, new Set(contentStems(text, code))) >= 0.5).map(asFact);
}

/** As many facts as fit, the first always. */
function within(facts: ChosenFact[], words: number): ChosenFact[] {
  let left = words;
  return facts.filter(({ text }, index) => {
    if (index > 0 && countWords(text) > left) return false;
    left -= countWords(text);
    return true;
  });
}

function wordsOf(facts: readonly ListedFact[]): number {
  return facts.reduce((sum, { text }) => sum + countWords(text), 0);
}

function firstLine(markdown: string): string {
  const plain = markdown.replace(/[*_#\\]/g, "").replace(/^- /gm, "");
  return /^[^\n.!?。！？]*[.!?。！？]?/.exec(plain)?.[0] ?? plain;
}
