import { contentStems, countWords } from "#task-types/text/words.ts";
import type { SourceText } from "./input.ts";
import { findLeanings } from "./leaning.ts";
import { readSource } from "./read-source.ts";
import type { Unit } from "./unit.ts";

/** Everything that the material says, in its order, without repetitions, questions and words that say nothing. */
export function readMaterial(sources: SourceText[], code: string): Unit[] {
  const units: Unit[] = [];
  const merged = new Map<number, number>();
  let passage = 0;
  for (const source of sources) {
    const drafts = readSource(source, code, passage);
    passage = (drafts.at(-1)?.passage ?? passage) + 1;
    const stems = drafts.map(({ text }) => new Set(contentStems(text, code)));
    const leanings = findLeanings(drafts, stems, code);
    for (const [index, draft] of drafts.entries()) {
      const leaning = leanings[index] ?? "stands";
      const before = index > 0 ? units.at(-1) : undefined;
      // A paragraph that opens with "This" goes where the one before it goes.
      const joins = leaning === "needs" && draft.question === null && before?.speaker === draft.speaker;
      const joined = joins ? before?.passage : merged.get(draft.passage);
      if (joined !== undefined) merged.set(draft.passage, joined);
      units.push({
        ...draft,
        passage: joined ?? draft.passage,
        id: units.length,
        source: source.number,
        words: countWords(draft.text),
        stems: stems[index] ?? new Set(),
        position: index / Math.max(1, drafts.length - 1),
        leaning,
        score: 0,
      });
    }
  }
  return withoutRepetitions(units);
}

/** Of two units that say the same in nearly the same words, the longer one stays. */
function withoutRepetitions(units: Unit[]): Unit[] {
  const byStem = new Map<string, Unit[]>();
  const dropped = new Set<number>();
  for (const unit of units) {
    const rare = [...unit.stems].map((stem) => byStem.get(stem) ?? []).sort((a, b) => a.length - b.length);
    for (const rival of new Set(rare.slice(0, 4).flat())) {
      if (dropped.has(rival.id) || !sameMatter(unit, rival)) continue;
      dropped.add(unit.stems.size > rival.stems.size + 1 ? rival.id : unit.id);
    }
    for (const stem of unit.stems) {
      const holders = byStem.get(stem);
      if (!holders) byStem.set(stem, [unit]);
      else if (!dropped.has(unit.id)) holders.push(unit);
    }
  }
  return units.filter(({ id }) => !dropped.has(id));
}

function sameMatter(left: Unit, right: Unit): boolean {
  if (left.text.length === right.text.length && left.text.toLowerCase() === right.text.toLowerCase()) return true;
  const [small, large] = left.stems.size < right.stems.size ? [left.stems, right.stems] : [right.stems, left.stems];
  if (small.size < 4) return false;
  let missing = small.size * 0.15;
  for (const stem of small) if (!large.has(stem) && --missing < 0) return false;
  return true;
}
