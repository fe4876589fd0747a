import type { Finding } from "#task-types/quality/finding.ts";
import { type MarkdownBlock, readMarkdown, withoutCitations } from "#task-types/text/markdown.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";

export type CheckedSentence = { text: string; stems: string[] };

/** An article as the checks see it. */
export type CheckedText = {
  title: string;
  content: string;
  code: string;
  blocks: MarkdownBlock[];
  links: string[];
  sentences: CheckedSentence[];
  words: number;
  sources: { text: string }[];
  targetLength: number;
  primaryKeyword: string | null;
  topic: string;
  workingDraft: boolean;
};

export type Check = (text: CheckedText) => Finding;

export function readChecked(given: Omit<CheckedText, "blocks" | "links" | "sentences" | "words">): CheckedText {
  const { blocks, links } = readMarkdown(given.content);
  const prose = blocks.filter(({ kind }) => kind === "paragraph" || kind === "item" || kind === "quote");
  const sentences = prose.flatMap(({ text }) =>
    splitSentences(text, given.code).map((sentence) => {
      const plain = withoutCitations(sentence).trim();
      return { text: plain, stems: contentStems(plain, given.code) };
    }),
  );
  const words = blocks
    .filter(({ kind }) => kind !== "heading" && kind !== "code")
    .reduce((sum, { text }) => sum + countWords(withoutCitations(text)), 0);
  return { ...given, blocks, links, sentences, words };
}

/** A check that found nothing wrong. */
export function passed(check: string, label: string, finding: string, score = 10): Finding {
  return { check, label, passed: true, score, finding, sentence: null };
}

/** @param score 1–10, already below what passes. */
export function failed(
  check: string,
  label: string,
  finding: string,
  score: number,
  sentence: string | null = null,
): Finding {
  return { check, label, passed: false, score: Math.max(1, Math.round(score * 10) / 10), finding, sentence };
}
