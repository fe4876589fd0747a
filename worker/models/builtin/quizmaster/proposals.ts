import type { Candidate } from "./candidates.ts";
import { otherDates } from "./dates.ts";
import { type NameKind, titles } from "./names.ts";
import { otherFigures, otherTimes, otherYears } from "./other-figures.ts";
import { countries, demonyms, givenNames, places, siblingsInPool, surnames } from "./pools.ts";
import { familiarityOf, fileOf, siblingsOf } from "./wordnet.ts";

export type Story = {
  code: string;
  candidates: Candidate[];
  /** What each of its names names, as far as that can be told. */
  kinds: ReadonlyMap<string, NameKind>;
  /** The story's statements with the stems of their words. */
  sentences: { text: string; stems: ReadonlySet<string> }[];
  /** Whether wrong answers are to be close to the right one. */
  near: boolean;
};

/** Words that running texts hardly use give themselves away. */
const leastKnown = 20;
/** WordNet's number for places. */
const placeFile = 15;

/** What could stand in place of an answer, the best first; nothing says yet that it is wrong. */
export function* proposals(candidate: Candidate, story: Story): Generator<string> {
  const { answer, kind, fact, end } = candidate;
  const { code, near } = story;
  if (kind === "date") yield* shuffle(otherDates(answer, code), answer);
  if (kind === "time") yield* otherTimes(answer);
  if (kind === "listed") yield* siblingsInPool(answer, code) ?? [];
  if (kind === "demonym") yield* shuffle(demonyms, answer);
  if (kind === "figure") {
    const isPart = isShare(fact.text, end) && Number(answer.replace(",", ".")) <= 100;
    yield* aroundIt(otherFigures(answer, near, isPart ? 100 : undefined), answer);
  }
  if (kind === "year") {
    // Years of the story take a reader's memory; invented ones only a look at the century.
    yield* ofStory(candidate, story).slice(0, 2);
    yield* aroundIt(otherYears(answer, near), answer);
  }
  if (kind === "name") yield* otherNames(candidate, story);
  if (kind === "noun") yield* otherNouns(candidate, story);
}

/** Some below and some above, in turns that differ: else the right one would always be the second smallest. */
function aroundIt(figures: readonly string[], answer: string): string[] {
  const size = (figure: string) => Number(figure.replace(/[^\d]/g, ""));
  const below = figures.filter((figure) => size(figure) < size(answer));
  const above = figures.filter((figure) => size(figure) > size(answer));
  const lower = [...answer].reduce((sum, letter) => sum * 7 + (letter.codePointAt(0) ?? 0), 3) % 4;
  return [...below.slice(0, lower), ...above.slice(0, 3 - lower), ...below.slice(lower), ...above.slice(3 - lower)];
}

function isShare(text: string, end: number): boolean {
  return /^\s?(?:%|per\s?cent\b|Prozent\b|pour cent\b|por ciento\b)/.test(text.slice(end));
}

/** Answers of the same kind elsewhere in the story, mixed up. */
function ofStory(
  { kind, answer, fact }: Candidate,
  { candidates }: Story,
  fits: (other: Candidate) => boolean = () => true,
): string[] {
  const others = candidates.filter((other) => other.kind === kind && other.fact.id !== fact.id && fits(other));
  return [...new Set(shuffle(others, answer).map((other) => other.answer))];
}

/** People beside people, places beside places. */
function* otherNames(candidate: Candidate, story: Story): Generator<string> {
  const { answer } = candidate;
  const kind = story.kinds.get(answer) ?? null;
  // What cannot be told apart from a person, a place or a thing has no fellows that can be trusted.
  if (kind === null && story.code === "en") return;
  const size = sizeOf(answer);
  const isFit = (other: Candidate) =>
    (story.kinds.get(other.answer) ?? null) === kind && (kind !== null || sizeOf(other.answer) === size);
  // "The woodcutter King Osric" gives itself away.
  const own = ofStory(candidate, story, isFit).filter((name) => titles.test(name) === titles.test(answer));
  yield* own.filter((name) => sizeOf(name) === size);
  if (kind !== "other") yield* own.filter((name) => sizeOf(name) !== size);
  if (kind === "person") yield* invented(answer);
  if (kind !== "place" || size > 1) return;
  const siblings = siblingsOf(answer).filter((name) => sizeOf(name) === 1);
  yield* shuffle(siblings.slice(0, 12), answer);
  yield* shuffle(countries.includes(answer) ? countries : places, answer);
}

/** Names that nobody in the story bears, as long as the right one and with its title. */
function invented(name: string): string[] {
  const title = titles.exec(name)?.[0];
  const rest = title ? sizeOf(name) - 1 : sizeOf(name);
  const full = givenNames.map((given, index) =>
    rest > 1 ? `${given} ${surnames[index % surnames.length] ?? ""}` : given,
  );
  return shuffle(full, name).map((each) => (title ? `${title} ${each}` : each));
}

/** Things of the same sort, from the story before the dictionary. */
function* otherNouns(candidate: Candidate, story: Story): Generator<string> {
  const { answer } = candidate;
  if (story.code !== "en") {
    // After the same article a word fits the gap's grammar too; without a dictionary nothing else says so.
    const before = wordBefore(candidate);
    yield* ofStory(candidate, story, (other) => wordBefore(other) === before);
    return;
  }
  const file = fileOf(answer);
  const isFit = (other: Candidate) => fileOf(other.answer) === file && isPlural(other.answer) === isPlural(answer);
  yield* ofStory(candidate, story, isFit);
  yield* siblingNouns(answer);
}

/**
 * Well-known words beside one in the dictionary, or words not much rarer than it is itself; what it puts beside places is
 * too far from them.
 */
function siblingNouns(noun: string): string[] {
  if (fileOf(noun) === placeFile) return [];
  const single = siblingsOf(noun).length > 0 ? noun : noun.replace(/s$/, "");
  const known = familiarityOf(single);
  const least = known < leastKnown ? known / 4 : leastKnown;
  return siblingsOf(single).filter(
    (word) =>
      /^[a-z]{3,12}$/.test(word) && familiarityOf(word) >= least && !word.includes(single) && !single.includes(word),
  );
}

function wordBefore({ fact, start }: Pick<Candidate, "fact" | "start">): string {
  return (/(\S+)\s$/.exec(fact.text.slice(0, start))?.[1] ?? "").toLowerCase();
}

export function isPlural(word: string): boolean {
  return /^[a-z]{3,}s$/.test(word) && !/(ss|us|is)$/.test(word);
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
