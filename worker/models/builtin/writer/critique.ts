import { languageCode } from "#task-types/text/language.ts";
import { readMarkdown } from "#task-types/text/markdown.ts";
import { readability } from "#task-types/text/readability.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import type { CritiqueInput } from "./input.ts";

export type Critique = { score: number; criteria: { name: string; score: number; comment: string }[] };

/** A reading by measurement: what can be counted about clarity, coverage, balance and closeness to the sources. */
export function critique(input: CritiqueInput): Critique {
  return read(input, { hasSections: true });
}

/** The same of a text that needs no sections: mails, posts, statements. */
export function critiqueShort(input: CritiqueInput): Critique {
  return read(input, { hasSections: false });
}

function read(input: CritiqueInput, { hasSections }: { hasSections: boolean }): Critique {
  const code = languageCode(input.language);
  const { blocks } = readMarkdown(input.content);
  const prose = blocks.filter(({ kind }) => kind !== "heading").map(({ text }) => text);
  const stems = new Set(contentStems(prose.join(" "), code));
  const criteria = [
    clarity(prose, code),
    onTopic(input, stems, code),
    ...(hasSections ? [balance(wordsBySection(blocks))] : []),
    closeness(input, stems, code),
  ];
  const mean = criteria.reduce((sum, { score }) => sum + score, 0) / criteria.length;
  return { score: Math.round(mean * 10) / 10, criteria };
}

function clarity(prose: string[], code: string) {
  const read = readability(prose, code);
  if (!read) return { name: "clarity", score: 7, comment: "There is no measure of readability for this language." };
  const { ease, wordsPerSentence } = read;
  const comment = `${wordsPerSentence.toFixed(0)} words a sentence on average, reading ease ${ease.toFixed(0)} of 100.`;
  return { name: "clarity", score: clamp(4 + ease / 12 - Math.max(0, wordsPerSentence - 22) / 4), comment };
}

function onTopic(input: CritiqueInput, stems: Set<string>, code: string) {
  const share = coverage(contentStems(`${input.topic} ${input.primaryKeyword ?? ""}`, code), stems);
  const comment = `${Math.round(share * 100)} % of the words of the topic come up in the text.`;
  return { name: "topic", score: clamp(3 + share * 7), comment };
}

function wordsBySection(blocks: ReturnType<typeof readMarkdown>["blocks"]) {
  return blocks.map(({ section, text, kind }) => ({ section, words: kind === "heading" ? 0 : countWords(text) }));
}

function balance(parts: { section: string | null; words: number }[]) {
  const sizes = new Map<string, number>();
  for (const { section, words } of parts) if (section) sizes.set(section, (sizes.get(section) ?? 0) + words);
  const counts = [...sizes.values()];
  if (counts.length < 2) return { name: "balance", score: 5, comment: "The text has fewer than two sections." };
  const share = Math.max(...counts) / counts.reduce((sum, size) => sum + size, 1);
  const comment = `The longest of ${counts.length} sections holds ${Math.round(share * 100)} % of the words.`;
  return { name: "balance", score: clamp(10 - Math.max(0, share - 1.6 / counts.length) * 10), comment };
}

function closeness(input: CritiqueInput, stems: Set<string>, code: string) {
  if (input.sources.length === 0)
    return { name: "sources", score: 3, comment: "There is no source to compare it with." };
  const known = new Set(input.sources.flatMap(({ text }) => contentStems(text, code)));
  const share = coverage(stems, known);
  return {
    name: "sources",
    score: clamp(share * 10),
    comment: `${Math.round(share * 100)} % of its words of matter are in the sources.`,
  };
}

function clamp(score: number): number {
  return Math.round(Math.max(1, Math.min(10, score)) * 10) / 10;
}
