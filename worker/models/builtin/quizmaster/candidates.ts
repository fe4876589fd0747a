import { isStopWord, wordsOf } from "#task-types/text/words.ts";
import { tagEnglish } from "../nlp.ts";
import { findDates } from "./dates.ts";
import type { Fact } from "./facts.ts";
import { findNames, type NameKind, nameKindAt } from "./names.ts";
import { isYear } from "./other-figures.ts";
import { siblingsInPool } from "./pools.ts";
import { fileOf, isDemonym } from "./wordnet.ts";

type AnswerKind = "date" | "year" | "time" | "figure" | "listed" | "name" | "demonym" | "noun";

/** A part of a fact that can be asked for. */
export type Candidate = {
  fact: Fact;
  kind: AnswerKind;
  answer: string;
  /** Place in the fact's text. */
  start: number;
  end: number;
  /** How well it can be asked for; the best come first. */
  weight: number;
};

type Span = { kind: AnswerKind; start: number; end: number };

const weights: Record<AnswerKind, number> = {
  name: 6,
  year: 6,
  date: 7,
  figure: 5,
  time: 5,
  listed: 4,
  demonym: 3,
  noun: 3,
};

/** Nouns of these files of WordNet name something that can be asked for: animals, things, bodies, food, people, shapes … */
const concrete = new Set([5, 6, 8, 13, 15, 17, 18, 19, 20, 21, 25, 27, 28]);
/** Fields of study, which WordNet keeps among thoughts of every kind. */
const study = /(?:ology|metry|nomy|ography|chemistry|physics|algebra|calculus|mathematics|arithmetic)$/;
const vague = new Set(
  "thing things lot way ways bit people person time times part parts place places day days year years hour hours side end start century decade past place home man woman".split(
    " ",
  ),
);

/** Everything in a fact that can be asked for, best first. No two overlap. */
export function findCandidates(fact: Fact, code: string, capitals: ReadonlySet<string>): Candidate[] {
  const { text } = fact;
  const spans: Span[] = [];
  const add = (kind: AnswerKind, found: readonly { start: number; end: number }[]) => {
    for (const { start, end } of found) {
      if (!spans.some((other) => start < other.end && other.start < end)) spans.push({ kind, start, end });
    }
  };
  add("date", findDates(text, code));
  add("time", matches(text, /(?<![\d:])\d{1,2}:\d{2}(?![\d:])/g));
  for (const span of figures(text)) add(isYearAt(text, span) ? "year" : "figure", [span]);
  add("name", findNames(text, code, capitals));
  add(
    "listed",
    matches(text, /\p{L}+/gu).filter(({ start, end }) => isListed(text.slice(start, end), start, code)),
  );
  if (code === "en")
    add(
      "demonym",
      matches(text, /\p{Lu}\p{L}+/gu).filter(({ start, end }) => start > 0 && isDemonym(text.slice(start, end))),
    );
  add("noun", code === "en" ? englishNouns(text) : code === "de" ? germanNouns(text) : []);
  return spans
    .map(({ kind, start, end }) => {
      const answer = text.slice(start, end);
      const length = kind === "noun" ? Math.min(answer.length, 10) / 10 : 0;
      return { fact, kind, answer, start, end, weight: weights[kind] + length };
    })
    .sort((left, right) => right.weight - left.weight);
}

/** What each name of a story names, by all the places where it stands. */
export function nameKinds(candidates: readonly Candidate[], code: string): ReadonlyMap<string, NameKind> {
  const kinds = new Map<string, NameKind>();
  if (code !== "en") return kinds;
  for (const { kind, answer, fact, start, end } of candidates) {
    const found = kind === "name" ? nameKindAt(fact.text, { start, end }) : null;
    if (found && kinds.get(answer) !== "person") kinds.set(answer, found);
  }
  return kinds;
}

function matches(text: string, pattern: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** "7,200", "23 000", "67,5": figures that stand alone, not those of "G1" or "COVID-19". */
function figures(text: string) {
  return matches(
    text,
    /(?<![\p{L}\p{N}.,:/_-])\d{1,3}(?:[  ]\d{3})+(?![\d])|(?<![\p{L}\p{N}.,:/_-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}:/]|-\p{L})/gu,
  );
}

/** Also years of three digits, where the words around them say so. */
function isYearAt(text: string, { start, end }: { start: number; end: number }): boolean {
  const digits = text.slice(start, end);
  const isShort =
    /^\d{3}$/.test(digits) &&
    /(?:\b(?:year|Jahre?|année|an|año|anno)|\b(?:In|En|in|en|im|Im))\s$/.test(text.slice(0, start));
  return isShort
    ? /^(?:$|[.,;)]|\s(?:por|by|durch|par|under)\b)/.test(text.slice(end))
    : isYear(digits) && !isCounted(text, end);
}

/** "1200 sacks" is no year. */
function isCounted(text: string, end: number): boolean {
  return (
    /^\s(?:\p{Ll}+s|people|percent|tonnes?|metres|Menschen|Meter|personas|mètres)\b/u.test(text.slice(end)) &&
    !/^\s(?:was|is|has|as|its|his)\b/.test(text.slice(end))
  );
}

/** Months, weekdays and spelled numbers, which have their fellows. "May" and "may" differ; "one" is mostly no number. */
function isListed(word: string, start: number, code: string): boolean {
  if (!siblingsInPool(word, code)) return false;
  return /^\p{Lu}/u.test(word) ? start > 0 || word !== "May" : !/^may$|^march$/.test(word) && code === "en";
}

function englishNouns(text: string) {
  let from = 0;
  const tokens = tagEnglish(text);
  return tokens.flatMap((token, index) => {
    const start = text.indexOf(token.text, from);
    if (start < 0) return [];
    from = start + token.text.length;
    const word = token.text;
    const isPlain = token.pos === "NOUN" && /^[a-z]{4,}$/.test(word) && !isStopWord(word, "en") && !vague.has(word);
    const [before, after] = [tokens[index - 1]?.pos ?? "", tokens[index + 1]?.pos ?? ""];
    // Half of "fuel costs" asks for nothing that can be known, and "let herbs flower" has a verb there.
    const isWhole = ["DET", "ADJ", "ADP", "NUM", "PRON", "VERB"].includes(before) && !["NOUN", "PROPN"].includes(after);
    const isKnown = concrete.has(fileOf(word) ?? -1) || study.test(word);
    return isPlain && isWhole && text[from] !== "-" && isKnown ? [{ start, end: from }] : [];
  });
}

function germanNouns(text: string) {
  let from = 0;
  return wordsOf(text).flatMap((word, index) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return index > 0 && /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !isStopWord(word, "de") ? [{ start, end: from }] : [];
  });
}
