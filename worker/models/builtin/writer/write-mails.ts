import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { withoutCitations } from "#task-types/text/markdown.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import { cleanTitle } from "./clean-title.ts";
import { followFeedback, type ListedFact } from "./follow-feedback.ts";
import { articleInputSchema } from "./input.ts";
import { asSentence } from "./voice.ts";
import { writeArticle } from "./write-article.ts";

const factSchema = z.object({ text: z.string(), theme: z.string() });

const common = {
  topic: z.string(),
  language: z.string().default("English"),
  facts: z.array(factSchema).default([]),
  feedback: z.string().nullish(),
};

export const emailsInputSchema = z.object({ ...common, goal: z.string().nullish(), count: z.int().min(1).default(1) });
export const newsletterInputSchema = z.object({
  ...common,
  sections: z.array(z.object({ title: z.string(), text: z.string() })).default([]),
});

/** Words of one mail's body, and of one section of a newsletter. */
const bodyWords = 130;
const sectionWords = 100;
const subjectLength = 70;
const preheaderLength = 130;

/** Mails made of the facts' own sentences, in the material's order and shared out over the sequence. */
export function writeEmails({ topic, goal, count, language, ...given }: z.output<typeof emailsInputSchema>) {
  const code = languageCode(language);
  const { facts, scale, title: wanted, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const parts = shareOut(facts, count);
  const emails = parts.map((own, index) => {
    const title = wanted ?? cleanTitle({ topic, style: "", primaryKeyword: null, language }, []);
    const theme = own[0]?.theme;
    const subject = cut(
      index === 0 ? title : theme && !title.includes(theme) ? `${title}: ${theme}` : `${title} (${index + 1})`,
      subjectLength,
    );
    if (own.length === 0)
      return {
        subject,
        preheader: cut(goal ?? "Working draft: its content is still to be supplied", preheaderLength),
        markdown: planOf(topic, goal ?? null),
      };
    const body = within(own, scaled(own, bodyWords, scale)).map(({ text }) => asSentence(replaced(text)));
    return {
      subject,
      preheader: cut(body[1] ?? body[0] ?? title, preheaderLength),
      markdown: [greeting(code), ...paragraphs(body)].join("\n\n"),
    };
  });
  const isEmpty = parts.every((own) => own.length === 0);
  const lacking = parts.filter((own) => own.length === 0).length;
  if (!isEmpty && lacking > 0) {
    shortcomings.push(
      `The material was enough for ${count - lacking} of ${count} mails; the others are working drafts.`,
    );
  }
  return { emails, working_draft: isEmpty, shortcomings };
}

/** Sections from their own notes and pages; where none were named, one for each theme of the material. */
export function writeNewsletter({ topic, sections, language, ...given }: z.output<typeof newsletterInputSchema>) {
  const code = languageCode(language);
  const { facts, scale, title: wished, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const named = sections.length > 0 ? sections : themesOf(facts);
  const wanted =
    named.length > 0
      ? named
      : [{ title: cleanTitle({ topic, style: "", primaryKeyword: null, language }, []), text: "" }];
  const written = wanted.map(({ title, text }) => {
    const material = text || matching(title, facts, code);
    return {
      title,
      markdown: material
        ? replaced(
            condensed(
              title,
              material,
              language,
              (scale < 1 ? Math.min(sectionWords, countWords(material)) : sectionWords) * scale,
            ),
          )
        : planOf(title, null),
      isPlan: !material,
    };
  });
  const titles = wanted.map(({ title }) => title);
  const plans = written.filter(({ isPlan }) => isPlan).length;
  return {
    subject: cut(wished ?? cleanTitle({ topic, style: "", primaryKeyword: null, language }, []), subjectLength),
    preheader: cut(
      titles.join(" · ") === topic ? firstSentence(written[0]?.markdown ?? "") : titles.join(" · "),
      preheaderLength,
    ),
    sections: written.map(({ title, markdown }) => ({ title, markdown })),
    working_draft: plans === written.length,
    shortcomings: [
      ...shortcomings,
      ...(plans > 0 && plans < written.length
        ? [`There was no material for ${plans} of ${written.length} sections; they are working drafts.`]
        : []),
    ],
  };
}

/** Neighbouring facts stay together; the last mails go without when there are too few. */
function shareOut(facts: ListedFact[], count: number): ListedFact[][] {
  const size = Math.max(1, Math.ceil(facts.length / count));
  return Array.from({ length: count }, (_, index) => facts.slice(index * size, (index + 1) * size));
}

/** "Shorter" is less than what there is, not less than what there could be. */
function scaled(facts: ListedFact[], usual: number, scale: number): number {
  const words = facts.reduce((sum, { text }) => sum + countWords(text), 0);
  return scale < 1 ? Math.min(usual, words) * scale : usual * scale;
}

/** As many facts as fit, the first always; what leans on a sentence that is not there stays out. */
function within(facts: ListedFact[], words: number): ListedFact[] {
  let left = words;
  return facts.filter(({ text }, index) => {
    if (index > 0 && countWords(text) > left) return false;
    left -= countWords(text);
    return true;
  });
}

function paragraphs(sentences: string[]): string[] {
  const blocks: string[] = [];
  for (let index = 0; index < sentences.length; index += 3) blocks.push(sentences.slice(index, index + 3).join(" "));
  return blocks;
}

function condensed(title: string, material: string, language: string, words: number): string {
  if (countWords(material) <= words * 1.3) return material.trim();
  const sources = [{ number: 1, title, text: material }];
  const { content } = writeArticle(
    articleInputSchema.parse({ topic: title, language, sources, targetLength: Math.round(words) }),
  );
  return (
    withoutCitations(content)
      .replace(/^#{1,6} .*\n*/gm, "")
      .trim() || material.trim()
  );
}

function themesOf(facts: ListedFact[]): { title: string; text: string }[] {
  const byTheme = new Map<string, string[]>();
  for (const { theme, text } of facts) byTheme.set(theme, [...(byTheme.get(theme) ?? []), asSentence(text)]);
  return [...byTheme].slice(0, 5).map(([title, texts]) => ({ title, text: texts.join(" ") }));
}

function matching(title: string, facts: ListedFact[], code: string): string {
  const wanted = contentStems(title, code);
  const found = facts.filter(({ text }) => coverage(wanted, new Set(contentStems(text, code))) >= 0.5);
  return within(found, sectionWords)
    .map(({ text }) => asSentence(text))
    .join(" ");
}

/** What is still to be supplied, for a person who has to supply it. */
function planOf(topic: string, goal: string | null): string {
  return [
    `This is a working draft about “${topic}”. No material came with the request, so it states no facts.`,
    goal ? `**What it is for:** ${asSentence(goal)}` : "",
    "**What readers will ask:** What is new, since when, whom does it concern, and what can they do?",
    "**Evidence needed:** one dated fact with its source, and one sentence from a person who is responsible for it.",
    "**How to get it:** ask whoever asked for this text for the announcement or notes behind it, and add them as source material.",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function greeting(code: string): string {
  return code === "de"
    ? "Guten Tag,"
    : code === "fr"
      ? "Bonjour,"
      : code === "es"
        ? "Buenos días:"
        : code === "en"
          ? "Hello,"
          : "";
}

function firstSentence(markdown: string): string {
  return /^[^.!?]*[.!?]/.exec(markdown.replace(/[*_#]/g, ""))?.[0] ?? markdown;
}

/** Between words, without a mark at the end that hangs in the air. */
function cut(text: string, length: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= length) return plain;
  return `${plain
    .slice(0, length)
    .replace(/\s+\S*$/, "")
    .replace(/[,;:.–-]+$/, "")}…`;
}
