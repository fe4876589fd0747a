import { contentStems, coverage } from "#task-types/text/words.ts";
import type { ArticleInput } from "./input.ts";
import { phrasesFor } from "./phrases.ts";
import type { Unit } from "./unit.ts";

/**
 * Gives each unit its weight in the material: how much it shares with the whole, with the topic and the keyword, where
 * it stands, whether it holds figures, and how well it can be read by itself.
 */
export function scoreUnits(units: Unit[], input: ArticleInput, code: string): Unit[] {
  const frequency = new Map<string, number>();
  for (const { stems } of units) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const wanted = contentStems(`${input.topic} ${input.primaryKeyword ?? ""}`, code);
  const phrases = phrasesFor(code);
  const firstOfPassage = new Set<number>();
  let passage = -1;
  for (const unit of units) {
    if (unit.passage !== passage) firstOfPassage.add(unit.id);
    passage = unit.passage;
  }
  return units.map((unit) => {
    const shared = [...unit.stems].reduce((sum, stem) => sum + Math.log(frequency.get(stem) ?? 1), 0);
    const centrality = shared / Math.sqrt(unit.stems.size + 3);
    const onTopic = wanted.length > 0 ? coverage(wanted, unit.stems) : 0;
    const figures = /\d/.test(unit.text) ? 0.35 : 0;
    const place = (firstOfPassage.has(unit.id) ? 0.4 : 0) + (unit.position < 0.05 ? 0.5 : 0);
    const hard = unit.words > 45 ? 0.5 : unit.words < 6 && unit.kind === "sentence" ? 0.6 : 0;
    const leans = unit.leaning === "needs" ? 0.4 : 0;
    const chatty = phrases.personal.test(unit.text) && unit.speaker === null ? 0.1 : 0;
    return { ...unit, score: centrality + 2 * onTopic + figures + place - hard - leans - chatty };
  });
}
