import { extractKeywords } from "#task-types/text/keywords.ts";
import { contentStems, stem, wordsOf } from "#task-types/text/words.ts";
import { type NounPhrase, nounPhrases } from "./noun-phrases.ts";
import { phrasesFor } from "./phrases.ts";
import type { Unit } from "./unit.ts";

type Candidate = NounPhrase & { count: number };

/**
 * A heading for each group of units, in sentence case: the one or two noun phrases that the group turns around and the
 * other groups do not. Every word of it is the material's.
 */
export function nameThemes(groups: Unit[][], topic: string, code: string): string[] {
  const candidates = groups.map((units) => candidatesOf(units, code));
  const topicStems = new Set(contentStems(topic, code));
  const speakers = new Set(groups.flat().flatMap(({ speaker }) => (speaker ? contentStems(speaker, code) : [])));
  const used = new Set<string>();
  return candidates.map((own, index) => {
    const ranked = own
      .filter(({ stems }) => !stems.some((part) => speakers.has(part)))
      .map((candidate) => ({ candidate, weight: weigh(candidate, candidates, topicStems) }))
      .sort((left, right) => right.weight - left.weight);
    const chosen: Candidate[] = [];
    for (const { candidate, weight } of ranked) {
      const taken = candidate.stems.some((part) => used.has(part));
      const best = ranked[0]?.weight ?? 1;
      // A phrase that comes once says little beside one that comes again.
      const minor = chosen.length > 0 && (weight < best * 0.45 || (candidate.count < 2 && (chosen[0]?.count ?? 0) > 1));
      if (taken || minor) continue;
      chosen.push(candidate);
      for (const part of candidate.stems) used.add(part);
      if (chosen.length === 2 || candidate.stems.length > 2) break;
    }
    const words = chosen.map(({ text }) => text).join(` ${phrasesFor(code).and} `);
    return sentenceCase(words || fallbackName(groups[index] ?? [], used, code));
  });
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function candidatesOf(units: Unit[], code: string): Candidate[] {
  // "Support team: half off Friday": whoever wrote notes has named the matter already.
  const labels = units.flatMap(({ kind, text }) =>
    kind === "item" ? (/^([^.:]{3,28}):\s/.exec(text)?.[1] ?? []) : [],
  );
  const text = [...units.map((unit) => unit.text), ...labels].join(".\n");
  const counted = new Map<string, Candidate>();
  for (const phrase of nounPhrases(text, code)) {
    const key = phrase.stems.join(" ");
    const known = counted.get(key);
    // The shorter form is the plainer one: "tide" rather than "tides" only where both occur.
    counted.set(key, known ? { ...known, count: known.count + 1 } : { ...phrase, count: 1 });
  }
  return [...counted.values()];
}

function weigh(candidate: Candidate, all: Candidate[][], topic: Set<string>): number {
  const key = candidate.stems.join(" ");
  const elsewhere = all.filter((group) => group.some(({ stems }) => stems.join(" ") === key)).length;
  const rarity = Math.log(1 + all.length / Math.max(1, elsewhere));
  // A longer phrase says more, but one that comes only once may be chance.
  const longer = candidate.count > 1 ? 1.6 : 1.15;
  const length = candidate.stems.length === 1 ? 1 : longer;
  // What the title says already need not stand in every heading.
  const repeatsTopic = candidate.stems.every((part) => topic.has(part)) ? 0.25 : 1;
  return candidate.count ** 0.9 * rarity * length * repeatsTopic * (candidate.isName ? 0.6 : 1);
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
