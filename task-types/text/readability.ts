import { splitSentences } from "./sentences.ts";
import { wordsOf } from "./words.ts";

export type Readability = {
  /** Flesch reading ease: 0 (very hard) to 100 (very easy); 60 is plain text. */
  ease: number;
  wordsPerSentence: number;
};

/** Flesch's formula (1948) for English and Amstad's (1978) for German; null for languages without one here. */
export function readability(paragraphs: string[], code: string): Readability | null {
  if (code !== "en" && code !== "de") return null;
  const sentences = paragraphs.flatMap((paragraph) => splitSentences(paragraph, code));
  const words = sentences.flatMap(wordsOf);
  if (sentences.length === 0 || words.length === 0) return null;
  const wordsPerSentence = words.length / sentences.length;
  const perWord = words.reduce((sum, word) => sum + countSyllables(word, code), 0) / words.length;
  const ease =
    code === "en" ? 206.835 - 1.015 * wordsPerSentence - 84.6 * perWord : 180 - wordsPerSentence - 58.5 * perWord;
  return { ease: Math.max(0, Math.min(100, ease)), wordsPerSentence };
}

/** Groups of vowels, with English's silent endings left out; numbers are read as short words. */
export function countSyllables(word: string, code: string): number {
  const plain = word.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (!plain) return 1;
  if (code === "de") return Math.max(1, plain.match(/ei|ai|au|eu|äu|ie|[aeiouyäöü]/g)?.length ?? 0);
  const spoken = plain.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, "").replace(/^y/, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
