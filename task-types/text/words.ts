import { stopWords } from "./stop-words.ts";

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;

/** Languages that are written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** The words of a text as they stand, numbers included, punctuation left out. */
export function wordsOf(text: string): string[] {
  if (!unspaced.test(text)) return text.match(wordPattern) ?? [];
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

export function countWords(text: string): number {
  return wordsOf(text).length;
}

/** Whether a word only holds others together. */
export function isStopWord(word: string, code: string): boolean {
  const plain = word.toLowerCase().replaceAll("’", "'");
  const list = stopWords(code);
  if (list) return list.has(plain) || /^\p{L}$/u.test(plain);
  return plain.length < 4 && !unspaced.test(plain) && !/\p{N}/u.test(plain);
}

/**
 * The part of a word that its inflections share, near enough to compare texts by: "shaping", "shapes" → "shap". Made
 * for matching, not for reading.
 */
export function stem(word: string, code: string): string {
  const plain = word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, "").normalize("NFC");
  if (/\p{N}/u.test(plain) || plain.length < 4) return plain;
  if (code === "en") return stemEnglish(plain);
  if (code === "de") return stemGerman(plain);
  const shortened = plain.replace(/(ements?|ations?|es|as|os|s|e|a|o|en|er)$/, "");
  return shortened.length >= 4 ? shortened : plain;
}

function stemEnglish(word: string): string {
  let root = word.replace(/ies$|ied$/, "y").replace(/(sses|shes|ches|xes|zes)$/, (ending) => ending.slice(0, -2));
  if (!/(ss|us|is)$/.test(root)) root = root.replace(/s$/, "");
  const shorter = root.replace(/(ings?|edly|ed|ly)$/, "");
  if (shorter.length >= 3 && /[aeiouy]/.test(shorter)) root = shorter.replace(/([bdfgmnprt])\1$/, "$1");
  return root.length > 4 ? root.replace(/e$/, "").replace(/y$/, "i") : root.replace(/e$/, "");
}

function stemGerman(word: string): string {
  const folded = word.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u").replaceAll("ß", "ss");
  const shortened = folded.replace(/(ungen|erin|innen|ern|em|er|en|es|e|s|n)$/, "");
  return shortened.length >= 4 ? shortened : folded;
}

/** The stems of the words that carry matter, in order, repeated ones included. */
export function contentStems(text: string, code: string): string[] {
  return wordsOf(text).flatMap((word) => (isStopWord(word, code) ? [] : [stem(word, code)]));
}

/** How much of `part` is in `whole`, 0–1; 1 for an empty part. */
export function coverage(part: Iterable<string>, whole: ReadonlySet<string>): number {
  const items = new Set(part);
  if (items.size === 0) return 1;
  let found = 0;
  for (const item of items) if (whole.has(item)) found++;
  return found / items.size;
}

/** Shared items over all items, 0–1 (Jaccard). */
export function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const item of left) if (right.has(item)) shared++;
  return shared / (left.size + right.size - shared);
}
