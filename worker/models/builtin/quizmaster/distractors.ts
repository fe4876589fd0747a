import { contentStems, coverage, stem, wordsOf } from "#task-types/text/words.ts";
import type { Candidate } from "./candidates.ts";
import { otherFigures } from "./other-figures.ts";
import { countries, givenNames, places, siblingsInPool, surnames } from "./pools.ts";
import { categoryOf, oppositesOf, siblingsOf } from "./wordnet.ts";

export type Story = {
  code: string;
  candidates: Candidate[];
  /** The story's statements with the stems of their words. */
  sentences: { text: string; stems: ReadonlySet<string> }[];
  /** Whether wrong answers are to be close to the right one. */
  near: boolean;
};

/**
 * Wrong answers that could be right: things of the same kind, first from the story itself, then from a dictionary. None
 * is in the sentence that is asked about, and none comes with the same words elsewhere in the story.
 */
export function wrongAnswers(candidate: Candidate, story: Story, wanted = 3): string[] {
  const chosen: string[] = [];
  for (const proposal of proposals(candidate, story)) {
    const fitted = inShape(proposal, candidate.answer);
    const taken = [candidate.answer, ...chosen].some((other) => same(other, fitted, story.code));
    if (!taken && isWrong(fitted, candidate, story)) chosen.push(fitted);
    if (chosen.length === wanted) break;
  }
  return chosen;
}

function* proposals(candidate: Candidate, story: Story): Generator<string> {
  const { answer, kind } = candidate;
  if (kind === "figure") {
    yield* otherFigures(answer, story.near);
    return;
  }
  if (kind === "date") {
    yield* siblingsInPool(answer, story.code) ?? [];
    return;
  }
  const english = story.code === "en";
  const category = english && kind === "name" ? nameCategory(candidate) : null;
  if (kind === "quality") {
    if (english) yield* oppositesOf(answer);
  }
  if (kind === "name" || !english) yield* fromStory(candidate, story, category);
  if (!english) return;
  if (kind === "noun") yield* siblingsOf(answer).filter((word) => /^[a-z]+$/.test(word) && word.length < 13);
  if (kind === "name") yield* shuffle(siblingsOf(answer).slice(0, 12), answer);
  if (kind === "name") yield* shuffle(poolFor(answer, category), answer);
  if (kind === "quality" || kind === "noun" || kind === "word") yield* fromStory(candidate, story, null);
}

/** Answers of the same kind and shape elsewhere in the story. */
function fromStory({ kind, answer, fact, start }: Candidate, story: Story, category: string | null): string[] {
  const ending = answer.slice(-2);
  const isFit = (other: Candidate) => {
    if (other.kind !== kind || other.fact.id === fact.id) return false;
    if (kind === "name") return nameCategory(other) === category && sizeOf(other.answer) === sizeOf(answer);
    // Words that end alike mostly fit the same place in a sentence.
    return other.answer.endsWith(ending) || (kind === "noun" && isPlural(other.answer) === isPlural(answer));
  };
  const fitting = shuffle(story.candidates.filter(isFit), answer);
  // After the same article or preposition a word fits the gap's grammar too.
  const alike = fitting.filter((other) => wordBefore(other) === wordBefore({ fact, start }));
  return [...new Set([...alike, ...fitting].map((other) => other.answer))];
}

function wordBefore({ fact, start }: Pick<Candidate, "fact" | "start">): string {
  return (/(\S+)\s$/.exec(fact.text.slice(0, start))?.[1] ?? "").toLowerCase();
}

/** By the dictionary; a name that it does not know shows by its place in the sentence what it may be. */
export function nameCategory({ answer, fact, start, end }: Candidate): string {
  const known = categoryOf(answer);
  if (known) return known;
  const before = fact.text.slice(0, start);
  if (/\b(in|at|near|from|to|of|towards|through|outside)\s+(the\s+)?$/i.test(before)) return "place";
  if (/\b(named|called|by|with|and|Mr|Mrs|Ms|Dr)\.?\s+$/.test(before)) return "person";
  return start === 0 && /^ \p{Ll}/u.test(fact.text.slice(end)) ? "person" : "other";
}

function poolFor(answer: string, category: string | null): string[] {
  if (category === "place") return sizeOf(answer) === 1 ? [...countriesFirst(answer)] : [];
  if (category !== "person") return [];
  if (sizeOf(answer) === 1) return givenNames;
  return givenNames.map((given, index) => `${given} ${surnames[index % surnames.length] ?? ""}`);
}

function countriesFirst(answer: string): string[] {
  return countries.includes(answer) ? countries : places;
}

/** Takes over the number and the capitals of the answer that it stands beside. */
function inShape(word: string, answer: string): string {
  const plural = isPlural(answer) && /^[a-z]+$/.test(word) && !/s$/.test(word) ? pluralOf(word) : word;
  return /^\p{Lu}/u.test(answer) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural;
}

function isPlural(word: string): boolean {
  return /^[a-z]{3,}s$/.test(word) && !/(ss|us|is)$/.test(word);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function isWrong(word: string, { fact, start, end }: Candidate, { code, sentences }: Story): boolean {
  const inSentence = new Set(wordsOf(fact.text).map((each) => stem(each, code)));
  if (wordsOf(word).some((part) => inSentence.has(stem(part, code)))) return false;
  const rest = contentStems(fact.text.slice(0, start) + fact.text.slice(end), code);
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

function sizeOf(text: string): number {
  return text.split(/\s+/).length;
}

/** The same order for the same answer, so that a phase that runs again writes the same quiz. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = (state >>> 16) % (index + 1);
    const item = shuffled[index] as Item;
    shuffled[index] = shuffled[other] as Item;
    shuffled[other] = item;
  }
  return shuffled;
}
