import { splitSentences } from "#task-types/text/sentences.ts";
import { countWords } from "#task-types/text/words.ts";

/** Where one step ends and the next begins; a reason, a purpose or a condition belongs to its step. */
const joint =
  /(?:;|\s[–—]|,(?=\s+(?:and|then|und|dann|et|puis|y|luego)\s))\s+|\s+(?=(?:then|after which|dann|danach|woraufhin|puis|luego)\s)/gi;
const most = 5;

/** What a text says step by step, in its own words; at most five, of at least three words each. */
export function stepsOf(text: string, code: string): string[] {
  const sentences = splitSentences(text, code).map((sentence) => sentence.replace(/[.!?…]+$/, ""));
  const parts = sentences.length > 2 ? sentences : sentences.flatMap((sentence) => apart(sentence));
  return parts.slice(0, most).map((part) => part.charAt(0).toUpperCase() + part.slice(1));
}

/** A piece too short to stand alone stays with the one before it. */
function apart(sentence: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(joint)) {
    const piece = sentence.slice(from, match.index);
    if (countWords(piece) < 3 || countWords(sentence.slice(match.index)) < 3) continue;
    parts.push(piece.trim());
    from = match.index + match[0].length;
  }
  return [...parts, sentence.slice(from).trim()].map((part) =>
    part.replace(/^(?:(?:and|then|but|which|und|et|y)\s+)+/i, ""),
  );
}
