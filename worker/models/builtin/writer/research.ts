import { extractKeywords } from "#task-types/text/keywords.ts";
import { contentStems, stem, wordsOf } from "#task-types/text/words.ts";
import type { ArticleInput } from "./input.ts";
import { nounPhrases } from "./noun-phrases.ts";
import { findPeople } from "./people.ts";
import type { Unit } from "./unit.ts";
import { studyMaterial } from "./write-article.ts";

export type Research = {
  facts: { source: number; text: string; quote: string; theme: string }[];
  themes: string[];
  keywords: string[];
};

/** More facts than this nobody reads, and no phase needs. */
const maxFacts = 80;

/** What the sources say, best first within each theme, word for word. */
export function research(input: ArticleInput): Research {
  const { units, lead, themes, code } = studyMaterial(input);
  const best = new Set(units.toSorted((a, b) => b.score - a.score).slice(0, maxFacts));
  const opening = { heading: input.topic, units: lead };
  const wholes = new Map(input.sources.map(({ number, text }) => [number, letters(text)]));
  // What was said with "um" is quoted without it in the article, but proves nothing word for word.
  const isVerbatim = ({ source, text }: Unit) => wholes.get(source)?.includes(letters(text));
  const facts = [opening, ...themes].flatMap(({ heading, units: own }) =>
    own.flatMap((unit) =>
      best.has(unit) && unit.kind !== "table" && isVerbatim(unit)
        ? [{ source: unit.source, text: unit.text, quote: unit.text, theme: heading }]
        : [],
    ),
  );
  const heard = facts.length > 0 ? themes.map(({ heading }) => heading) : [];
  return { facts, themes: heard, keywords: findKeywords(units, input, code) };
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Units whose nouns are weighed: tagging all words of a long text would take longer than the rest of the work. */
const mostWeighed = 300;

/** 3–10 phrases; without material, what the topic itself offers. */
function findKeywords(units: Unit[], input: ArticleInput, code: string): string[] {
  const best = units.toSorted((left, right) => right.score - left.score).slice(0, mostWeighed);
  const text = best.map((unit) => unit.text).join("\n");
  const speakers = new Set(units.flatMap(({ speaker }) => (speaker ? contentStems(speaker, code) : [])));
  const people = new Set(
    input.sources.flatMap(({ text: each }) => findPeople(each).flatMap(({ name }) => contentStems(name, code))),
  );
  const frequency = new Map<string, number>();
  for (const { stems } of best) for (const each of stems) frequency.set(each, (frequency.get(each) ?? 0) + 1);
  const topic = new Set(contentStems(input.topic, code));
  const counted = new Map<string, { text: string; weight: number; stems: string[] }>();
  for (const { text: phrase, stems, isName } of nounPhrases(text, code)) {
    if (stems.every((each) => speakers.has(each)) || (isName && stems.some((each) => people.has(each)))) continue;
    const known = counted.get(stems.join(" "));
    const carried = stems.reduce((sum, each) => sum + Math.log(1 + (frequency.get(each) ?? 0)), 0) / stems.length;
    // Readers search for phrases; a single word of many in the text still says what it is about.
    const weight =
      carried * (stems.length > 1 ? 1.7 : 1) * (isName ? 0.7 : 1) * (stems.some((each) => topic.has(each)) ? 1.3 : 1);
    const plainer = known && known.text.length <= phrase.length ? known.text : phrase;
    counted.set(stems.join(" "), { text: plainer, stems, weight: (known?.weight ?? 0) * 0.35 + weight });
  }
  const nouns = [...counted.values()].sort((left, right) => right.weight - left.weight);
  const candidates = [
    input.primaryKeyword ?? "",
    ...topicPhrases(input.topic, code),
    ...nouns.map((noun) => noun.text),
    ...extractKeywords(text, code, 6),
  ];
  return withoutOverlap(candidates, code).slice(0, 10);
}

/** "How tides shape estuaries" → tides, estuaries */
function topicPhrases(topic: string, code: string): string[] {
  const nouns = nounPhrases(topic, code).map(({ text }) => text);
  return nouns.length > 0 ? nouns : extractKeywords(`${topic}. ${topic}.`, code, 4);
}

/** A phrase that lies within another one, or holds nothing but words of earlier ones, adds nothing. */
function withoutOverlap(phrases: string[], code: string): string[] {
  const seen = new Set<string>();
  const used = new Map<string, number>();
  return phrases.filter((phrase) => {
    const stems = wordsOf(phrase).map((word) => stem(word, code));
    const key = stems.join(" ");
    const worn = stems.every((each) => used.has(each)) || stems.some((each) => (used.get(each) ?? 0) > 1);
    if (!key || seen.has(key) || worn) return false;
    seen.add(key);
    for (const each of stems) used.set(each, (used.get(each) ?? 0) + 1);
    return true;
  });
}
