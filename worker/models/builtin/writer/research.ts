import { extractKeywords } from "#task-types/text/keywords.ts";
import { stem, wordsOf } from "#task-types/text/words.ts";
import type { ArticleInput } from "./input.ts";
import { nounPhrases } from "./noun-phrases.ts";
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
  const { units, themes, code } = studyMaterial(input);
  const best = new Set(units.toSorted((a, b) => b.score - a.score).slice(0, maxFacts));
  const facts = themes.flatMap(({ heading, units: own }) =>
    own.flatMap((unit) =>
      best.has(unit) && unit.kind !== "table"
        ? [{ source: unit.source, text: unit.text, quote: unit.text, theme: heading }]
        : [],
    ),
  );
  const heard = facts.length > 0 ? themes.map(({ heading }) => heading) : [];
  return { facts, themes: heard, keywords: findKeywords(units, input, code) };
}

/** 3–10 phrases; without material, what the topic itself offers. */
export function findKeywords(units: Unit[], input: ArticleInput, code: string): string[] {
  const text = units.map((unit) => unit.text).join("\n");
  const counted = new Map<string, { text: string; weight: number }>();
  for (const phrase of nounPhrases(text, code)) {
    const key = phrase.stems.join(" ");
    const length = phrase.stems.length > 1 ? 1.6 : 1;
    const known = counted.get(key);
    counted.set(key, { text: known?.text ?? phrase.text, weight: (known?.weight ?? 0) + length });
  }
  const nouns = [...counted.values()].filter(({ weight }) => weight >= 2).sort((a, b) => b.weight - a.weight);
  const topic = extractKeywords(`${input.topic}. ${input.topic}.`, code, 4);
  const candidates = [
    input.primaryKeyword ?? "",
    ...topic,
    ...nouns.map((noun) => noun.text),
    ...extractKeywords(text, code, 8),
  ];
  const seen = new Set<string>();
  return candidates
    .filter((candidate) => {
      const key = wordsOf(candidate)
        .map((word) => stem(word, code))
        .join(" ");
      if (!key || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, 10);
}
