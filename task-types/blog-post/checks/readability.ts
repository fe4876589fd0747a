import { readability } from "#task-types/text/readability.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";
import { type Check, failed, passed } from "./checked-text.ts";

const longestSentence = 45;
const hardest = 25;

/** Flesch's ease and the longest sentence; languages without a formula are judged by sentence length alone. */
export const checkReadability: Check = ({ blocks, code }) => {
  const label = "Readability";
  // Within quotation marks each sentence counts by itself.
  const paragraphs = blocks
    .filter(({ kind }) => kind === "paragraph" || kind === "quote")
    .map(({ text }) => text.replace(/["“”„«»]/g, "").replace(/\[\d+\]/g, ""));
  const sentences = paragraphs.flatMap((paragraph) => splitSentences(paragraph, code));
  const longest = sentences.toSorted((left, right) => countWords(right) - countWords(left))[0] ?? "";
  const size = countWords(longest);
  if (size > longestSentence)
    return failed("readability", label, `A sentence of ${size} words is hard to follow.`, 6, longest);
  const read = readability(paragraphs, code);
  if (!read)
    return passed(
      "readability",
      label,
      `The longest sentence has ${size} words; there is no formula for this language.`,
      8,
    );
  const measured = `Reading ease ${read.ease.toFixed(0)} of 100, ${read.wordsPerSentence.toFixed(0)} words a sentence`;
  if (read.ease < hardest) return failed("readability", label, `${measured}: very hard to read.`, 5, longest);
  return passed("readability", label, `${measured}.`, read.ease > 45 ? 10 : 8);
};
