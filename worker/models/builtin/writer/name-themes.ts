import { extractKeywords } from "#task-types/text/keywords.ts";
import { contentStems, coverage, stem, wordsOf } from "#task-types/text/words.ts";
import { condense } from "./clause-headings.ts";
import { type NounPhrase, nounPhrases } from "./noun-phrases.ts";
import { phrasesFor } from "./phrases.ts";
import { wordsIn } from "./select-units.ts";
import type { Unit } from "./unit.ts";

type Candidate = NounPhrase & { count: number; opens: boolean };
type Clause = { text: string; stems: string[]; weight: number };

/** From this weight on a condensed sentence tells more of a section than its nouns do. */
const leastClause = 0.62;
/** Sentences of a section that are looked at for its heading. */
const mostSentences = 14;

/** Units of a group whose nouns are weighed. */
const mostNamed = 60;

/**
 * A heading for each group of units, in sentence case: a clause of its topic sentence, where one says what the group
 * is about, else the one or two noun phrases that the group turns around and the others do not. Every word is the
 * material's.
 */
export function nameThemes(groups: Unit[][], topic: string, code: string): string[] {
  const candidates = groups.map((units) => candidatesOf(units, code));
  const topicStems = new Set(contentStems(topic, code));
  const speakers = new Set(groups.flat().flatMap(({ speaker }) => (speaker ? contentStems(speaker, code) : [])));
  const weights = stemWeights(groups);
  const used = new Set<string>();
  return groups.map((units, index) => {
    const clause = clausesOf(units, weights[index] ?? new Map(), topicStems, code).find(
      ({ stems }) => coverage(stems, used) < 0.6,
    );
    const own = (candidates[index] ?? []).filter(({ stems }) => !stems.some((part) => speakers.has(part)));
    const recurs = own.some(({ count, stems }) => count > 1 && coverage(stems, topicStems) < 0.6);
    if (clause && clause.weight >= (recurs ? leastClause : leastClause / 2)) {
      for (const part of clause.stems) used.add(part);
      return clause.text;
    }
    const words = nounHeading(own, candidates, weights[index] ?? new Map(), topicStems, used, code);
    return sentenceCase(words || fallbackName(units, used, code));
  });
}

/** Condensed sentences of a group, those that hold most of what it speaks of first; a paragraph's first counts more. */
function clausesOf(units: Unit[], weights: Map<string, number>, topic: Set<string>, code: string): Clause[] {
  const top = [...weights.values()].sort((left, right) => right - left).slice(0, 5);
  const whole = top.reduce((sum, weight) => sum + weight, 0) || 1;
  return units
    .map((unit, index) => ({ unit, index, opens: units[index - 1]?.passage !== unit.passage }))
    .filter(({ unit, opens }) => unit.speaker === null && unit.kind !== "table" && (opens || unit.leaning === "stands"))
    .sort((left, right) => Number(right.opens) - Number(left.opens) || right.unit.score - left.unit.score)
    .slice(0, mostSentences)
    .flatMap(({ unit, index, opens }) => {
      const text = condense(unit.text, code);
      const isSaidAgain = text !== null && repeats(text, unit.text);
      if (!text || (isSaidAgain && index === 0 && !canSpare(units))) return [];
      const stems = [...new Set(contentStems(text, code))];
      const held = stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0) / whole;
      // The first paragraph of two says only half of what a section is about.
      const half = wordsIn(units.filter(({ passage }) => passage === unit.passage)) < wordsIn(units) * 0.5 ? 0.3 : 0;
      const topical = opens && unit.kind === "sentence" ? (index === 0 ? 0.6 : 0.4) : 0;
      const plain = /\d/.test(text) ? 0.2 : 0;
      const known = (coverage(stems, topic) > 0.8 ? 0.4 : 0) + (isSaidAgain && index > 0 ? 0.25 : 0);
      return [{ text, stems, weight: held + topical - plain - known - half }];
    })
    .sort((left, right) => right.weight - left.weight);
}

/** A heading that is its section's first sentence takes its place. */
export function repeats(heading: string, sentence: string): boolean {
  const letters = (text: string) =>
    text
      .toLowerCase()
      .replace(/^however, /, "")
      .replace(/[^\p{L}\p{N}]+/gu, "");
  return letters(heading) === letters(sentence);
}

/** Whether a section can do without its first sentence: enough is left, and what comes next does not point back. */
export function canSpare([, next, ...more]: Unit[]): boolean {
  return next !== undefined && more.length > 0 && next.leaning === "stands" && !pointsBack.test(next.text);
}

const pointsBack = /\b(?:he|she|they|it|him|her|his|their|its|er|sie|es|ihre?[rnms]?|ihn|ihm|seine?[rnms]?)\b|["“„]/i;

/** How often each stem comes in a group, less where other groups have it too. */
function stemWeights(groups: Unit[][]): Map<string, number>[] {
  const counts = groups.map((units) => {
    const own = new Map<string, number>();
    for (const { stems } of units) for (const each of stems) own.set(each, (own.get(each) ?? 0) + 1);
    return own;
  });
  const seenIn = new Map<string, number>();
  for (const own of counts) for (const each of own.keys()) seenIn.set(each, (seenIn.get(each) ?? 0) + 1);
  return counts.map(
    (own) =>
      new Map([...own].map(([each, count]) => [each, count * Math.log(1 + groups.length / (seenIn.get(each) ?? 1))])),
  );
}

function nounHeading(
  own: Candidate[],
  all: Candidate[][],
  weights: Map<string, number>,
  topic: Set<string>,
  used: Set<string>,
  code: string,
): string {
  const ranked = own
    .map((candidate) => ({ candidate, weight: weigh(candidate, all, weights, topic) }))
    .sort((left, right) => right.weight - left.weight);
  const chosen: Candidate[] = [];
  for (const { candidate, weight } of ranked) {
    const taken = candidate.stems.some((part) => used.has(part));
    // A phrase that says much less than the first is left out.
    if (taken || (chosen.length > 0 && weight < (ranked[0]?.weight ?? 1) * 0.5)) continue;
    chosen.push(candidate);
    for (const part of candidate.stems) used.add(part);
    if (chosen.length === 2 || candidate.stems.length > 2) break;
  }
  return chosen.map(({ text }) => text).join(` ${phrasesFor(code).and} `);
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function candidatesOf(units: Unit[], code: string): Candidate[] {
  // "Support team: half off Friday": whoever wrote notes has named the matter already.
  const labels = units.flatMap(({ kind, text }) =>
    kind === "item" ? (/^([^.:]{3,28}):\s/.exec(text)?.[1] ?? []) : [],
  );
  const text = [...weightiest(units).map((unit) => unit.text), ...labels.slice(0, mostNamed)].join(".\n");
  const counted = new Map<string, Candidate>();
  for (const phrase of nounPhrases(text, code)) {
    const key = phrase.stems.join(" ");
    const known = counted.get(key);
    // The shorter form is the plainer one: "tide" rather than "tides" only where both occur.
    const plainer = known && known.text.length <= phrase.text.length ? known.text : phrase.text;
    const opens = known?.opens ?? counted.size === 0;
    counted.set(key, { ...phrase, text: plainer, count: (known?.count ?? 0) + 1, opens });
  }
  return [...counted.values()];
}

/** In their order; tagging all words of a long text would take longer than the rest of the work. */
function weightiest(units: Unit[]): Unit[] {
  if (units.length <= mostNamed) return units;
  const best = new Set(units.toSorted((left, right) => right.score - left.score).slice(0, mostNamed));
  return units.filter((unit) => best.has(unit));
}

function weigh(candidate: Candidate, all: Candidate[][], weights: Map<string, number>, topic: Set<string>): number {
  const key = candidate.stems.join(" ");
  const elsewhere = all.filter((group) => group.some(({ stems }) => stems.join(" ") === key)).length;
  const rarity = Math.log(1 + all.length / Math.max(1, elsewhere));
  const parts = candidate.stems.reduce((sum, part) => sum + (weights.get(part) ?? 0), 0);
  // What the title says already need not stand in every heading.
  const repeatsTopic = coverage(candidate.stems, topic) >= 0.6 ? 0.3 : 1;
  const length = (candidate.stems.length === 1 ? 1 : 1.2) * (candidate.opens ? 1.8 : 1);
  return (candidate.count ** 0.9 * rarity + parts) * length * repeatsTopic * (candidate.isName ? 0.5 : 1);
}

/** For languages without a tagger, and for groups whose nouns are all taken. */
function fallbackName(units: Unit[], used: Set<string>, code: string): string {
  const text = units.map((unit) => unit.text).join("\n");
  const free = extractKeywords(text, code, 8).find(
    (phrase) => !wordsOf(phrase).some((word) => used.has(stem(word, code))),
  );
  const best = units.toSorted((left, right) => right.score - left.score)[0];
  const opening = wordsOf(best?.text ?? "")
    .slice(0, 5)
    .join(" ");
  for (const word of wordsOf(free ?? "")) used.add(stem(word, code));
  return free ?? opening;
}
