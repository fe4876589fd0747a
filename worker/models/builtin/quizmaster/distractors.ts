import { contentStems, coverage, stem, wordsOf } from "#task-types/text/words.ts";
import type { Candidate } from "./candidates.ts";
import { titles } from "./names.ts";
import { isPlural, proposals, type Story } from "./proposals.ts";

/**
 * Wrong answers that could be right: things of the same kind, first from the story itself, then from a dictionary. None
 * is in the sentence that is asked about, and none comes with the same words elsewhere in the story.
 */
export function wrongAnswers(candidate: Candidate, story: Story): string[] {
  return firstWrong(proposals(candidate, story), candidate, story, 3);
}

/**
 * What makes a statement false and leaves it sensible: another figure, date, person or place. A thing beside another
 * mostly makes nonsense. Null where there is none that is sure.
 */
export function wrongForStatement(candidate: Candidate, story: Story): string | null {
  const { kind } = candidate;
  if (kind === "noun" || (kind === "name" && !["person", "place"].includes(story.kinds.get(candidate.answer) ?? "")))
    return null;
  return firstWrong(proposals(candidate, story), candidate, story, kind === "name" ? 1 : 2).at(-1) ?? null;
}

function firstWrong(proposed: Iterable<string>, candidate: Candidate, story: Story, wanted: number): string[] {
  const chosen: string[] = [];
  for (const proposal of proposed) {
    const fitted = inShape(proposal, candidate.answer);
    const taken = [candidate.answer, ...chosen].some((other) => same(other, fitted, story.code));
    if (!taken && isWrong(fitted, candidate, story)) chosen.push(fitted);
    if (chosen.length === wanted) break;
  }
  return chosen;
}

/** Takes over the number and the capitals of the answer that it stands beside. */
function inShape(word: string, answer: string): string {
  const plural = isPlural(answer) && /^[a-z]+$/.test(word) && !isPlural(word) ? pluralOf(word) : word;
  return /^\p{Lu}/u.test(answer) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural;
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** A title is shared by many: "King Osric" and "King Aldred". */
function ownWords(word: string): string[] {
  const words = wordsOf(word);
  return words.length > 1 && titles.test(word) ? words.slice(1) : words;
}

function isWrong(word: string, { fact, start, end, kind }: Candidate, { code, sentences }: Story): boolean {
  const asked = fact.text.slice(0, start) + fact.text.slice(end);
  const inSentence = new Set(wordsOf(kind === "date" ? asked : fact.text).map((each) => stem(each, code)));
  const isInvented = kind === "date" || kind === "time";
  if (isInvented ? fact.text.includes(word) : ownWords(word).some((part) => inSentence.has(stem(part, code))))
    return false;
  const rest = contentStems(asked, code);
  const own = contentStems(word, code);
  const alike = sentences.some(({ text, stems }) => {
    const holds = own.length > 0 ? own.every((each) => stems.has(each)) : text.includes(word);
    return holds && text !== fact.text && coverage(rest, stems) > 0.6;
  });
  return !alike;
}

function same(left: string, right: string, code: string): boolean {
  const stems = (text: string) =>
    wordsOf(text)
      .map((word) => stem(word, code))
      .join(" ");
  return stems(left) === stems(right);
}
