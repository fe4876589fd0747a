import { countWords, isStopWord, stem, wordsOf } from "./words.ts";

const maxWords = 3;

/**
 * Phrases of one to three words that a text turns around, best first: runs without stop words, weighed by how often
 * they come and how much they say.
 */
export function extractKeywords(text: string, code: string, limit: number): string[] {
  const counted = new Map<string, { phrase: string; count: number; words: number }>();
  for (const run of runsWithoutStopWords(text, code)) {
    for (let size = 1; size <= Math.min(maxWords, run.length); size++) {
      for (let start = 0; start + size <= run.length; start++) {
        const words = run.slice(start, start + size);
        if (words.some((word) => /^[\d.,]+$/.test(word)) || words.join("").length < 4) continue;
        const key = words.map((word) => stem(word, code)).join(" ");
        const entry = counted.get(key) ?? { phrase: tidy(words.join(" "), code), count: 0, words: size };
        counted.set(key, { ...entry, count: entry.count + 1 });
      }
    }
  }
  const ranked = [...counted.entries()]
    // What comes once may be any two words that happen to stand side by side.
    .filter(([, { count }]) => count > 1)
    .map(([key, { phrase, count, words }]) => ({ key, phrase, score: count ** 1.2 * (words === 1 ? 1 : 1.7) }))
    .sort((left, right) => right.score - left.score);
  return withoutOverlap(ranked, limit);
}

function withoutOverlap(ranked: { key: string; phrase: string }[], limit: number): string[] {
  const chosen: { key: string; phrase: string }[] = [];
  for (const candidate of ranked) {
    const parts = new Set(candidate.key.split(" "));
    const overlaps = chosen.some(({ key }) => key.split(" ").some((part) => parts.has(part)));
    if (!overlaps) chosen.push(candidate);
    if (chosen.length === limit) break;
  }
  return chosen.map(({ phrase }) => phrase);
}

function runsWithoutStopWords(text: string, code: string): string[][] {
  const runs: string[][] = [];
  for (const clause of text.split(/[.,;:!?()[\]{}"“”„«»\n–—|*#_`]+/)) {
    let run: string[] = [];
    for (const word of wordsOf(clause)) {
      if (!isStopWord(word, code)) run.push(word);
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

/** German nouns and names keep their capitals; elsewhere a capital is often only the start of a sentence. */
function tidy(phrase: string, code: string): string {
  if (code === "de") return phrase;
  const words = phrase.split(" ");
  const isName = words.every((word) => /^\p{Lu}/u.test(word)) && countWords(phrase) > 1;
  const isAcronym = (word: string) => /\p{Lu}.*\p{Lu}|\d/u.test(word);
  return isName ? phrase : words.map((word) => (isAcronym(word) ? word : word.toLowerCase())).join(" ");
}
