import { contentStems, coverage } from "#task-types/text/words.ts";
import { allSentences, isHeading, isList, type Manuscript, plainOf } from "./manuscript.ts";
import { nameThemes } from "./name-themes.ts";
import { phrasesFor } from "./phrases.ts";
import { renderUnits } from "./render-section.ts";
import { wordsIn } from "./select-units.ts";
import { shortName } from "./speakers.ts";
import type { Unit } from "./unit.ts";

/** How far back in the material the neighbour may be that says where a unit belongs. */
const reach = 6;
/** From this many words on, what has no neighbour in the text gets a section of its own. */
const ownSection = 40;

/** Puts units into the text where the material has them: behind their neighbours, or under a heading of their own. */
export function insertUnits(manuscript: Manuscript, units: Unit[], material: Unit[]): void {
  const { code, title } = manuscript;
  for (const run of runs(units)) {
    const written = manuscript.blocks.join(" ");
    const named = new Set(
      run.flatMap(({ speaker }) => (speaker && written.includes(shortName(speaker)) ? [speaker] : [])),
    );
    const context = { code, tone: "professional", phrases: phrasesFor(code), voices: { named, turns: 1 } };
    const blocks = renderUnits(run, context);
    const neighbour = findNeighbour(manuscript, run, material);
    if (neighbour) place(manuscript, blocks, run, neighbour);
    else if (wordsIn(run) >= ownSection) {
      const heading = run[0]?.heading ?? nameThemes([run], title, code)[0] ?? "";
      const last = manuscript.blocks.findLastIndex(isHeading);
      manuscript.blocks.splice(last < 0 ? manuscript.blocks.length : last, 0, `## ${heading}`, ...blocks);
    } else manuscript.blocks.splice(nearestBlock(manuscript, run) + 1, 0, ...blocks);
  }
}

type Neighbour = { block: number; sentence: string; samePassage: boolean };

/** Where the unit before the run stands in the text; of those close by, the nearest. */
function findNeighbour(manuscript: Manuscript, run: Unit[], material: Unit[]): Neighbour | null {
  const [first] = run;
  if (!first) return null;
  const said = allSentences(manuscript);
  const before = material
    .filter(
      ({ id, source, heading }) =>
        id < first.id && id >= first.id - reach && source === first.source && heading === first.heading,
    )
    .toReversed();
  for (const unit of before) {
    const found = said.find(({ stems }) => unit.stems.size > 0 && coverage(unit.stems, stems) > 0.8);
    if (found) return { block: found.block, sentence: found.sentence, samePassage: unit.passage === first.passage };
  }
  return null;
}

/** Into the paragraph, where it is the same one in the material and nobody speaks in it; behind it otherwise. */
function place(
  manuscript: Manuscript,
  blocks: string[],
  run: Unit[],
  { block, sentence, samePassage }: Neighbour,
): void {
  const target = manuscript.blocks[block] ?? "";
  const [only] = blocks;
  const joins =
    blocks.length === 1 &&
    only !== undefined &&
    samePassage &&
    run[0]?.speaker === null &&
    !isList(target) &&
    !isList(only);
  if (!joins) {
    manuscript.blocks.splice(block + 1, 0, ...blocks);
    return;
  }
  const cited = /\s*\[\d+\]$/.exec(only)?.[0] ?? "";
  const bare = only.slice(0, only.length - cited.length);
  const isLast = target.endsWith(sentence);
  // The paragraph keeps one citation, at its end.
  const start = sentence.endsWith(cited) && isLast ? sentence.slice(0, sentence.length - cited.length) : sentence;
  const end = isLast || !target.endsWith(cited) ? cited : "";
  manuscript.blocks[block] = target.replace(sentence, () => `${start} ${bare}${end}`);
}

function nearestBlock(manuscript: Manuscript, run: Unit[]): number {
  const stems = run.flatMap((unit) => [...unit.stems]);
  const near = manuscript.blocks.map((block) =>
    isHeading(block) || block.startsWith("|")
      ? 0
      : coverage(stems, new Set(contentStems(plainOf(block), manuscript.code))),
  );
  const best = Math.max(...near);
  return best > 0 ? near.indexOf(best) : manuscript.blocks.length - 1;
}

function runs(units: Unit[]): Unit[][] {
  const all: Unit[][] = [];
  for (const unit of units) {
    const last = all.at(-1);
    if (last?.at(-1)?.id === unit.id - 1 && last.at(-1)?.heading === unit.heading) last.push(unit);
    else all.push([unit]);
  }
  return all;
}
