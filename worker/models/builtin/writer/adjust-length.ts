import { contentStems, coverage } from "#task-types/text/words.ts";
import { allSentences, isHeading, isList, lengthOf, type Manuscript, plainOf, removeSentence } from "./manuscript.ts";
import { nameThemes } from "./name-themes.ts";
import { phrasesFor } from "./phrases.ts";
import { renderUnits } from "./render-section.ts";
import { withAntecedents, wordsIn } from "./select-units.ts";
import { shortName } from "./speakers.ts";
import type { Unit } from "./unit.ts";

/** Takes out what says least until about `words` are left; no section loses its last sentence. */
export function shorten(manuscript: Manuscript, words: number, units: Unit[]): string | null {
  const { needs } = phrasesFor(manuscript.code);
  for (;;) {
    const length = lengthOf(manuscript);
    if (length <= words * 1.04) return null;
    const sentences = allSentences(manuscript);
    const removable = sentences.filter(({ sentence, block }, index) => {
      const next = sentences[index + 1];
      // What the next sentence leans on must stay, and so must halves of a quotation and the first words.
      const carries = next?.block === block && needs.test(plainOf(next.sentence));
      const isHalf = (sentence.match(/[“„"]/g)?.length ?? 0) !== (sentence.match(/[”“"]/g)?.length ?? 0);
      return (
        index > 0 &&
        !carries &&
        !(isHalf && !/“.*”|„.*“|".*"/.test(sentence)) &&
        sharesSection(manuscript, block, sentences)
      );
    });
    const worst = removable
      .map((entry) => ({
        ...entry,
        worth: worthOf(entry.stems, units) - (lengthOf(manuscript) - words < 8 ? entry.stems.size : 0),
      }))
      .sort((left, right) => left.worth - right.worth)[0];
    if (!worst) return `The text could not be cut below ${length} words without losing a section.`;
    removeSentence(manuscript, worst.sentence);
  }
}

function sharesSection({ blocks }: Manuscript, block: number, sentences: { block: number }[]): boolean {
  const start = blocks.findLastIndex((each, index) => index < block && isHeading(each));
  const next = blocks.findIndex((each, index) => index > block && isHeading(each));
  const end = next < 0 ? blocks.length : next;
  return sentences.filter((each) => each.block > start && each.block < end).length > 1;
}

function worthOf(stems: Set<string>, units: Unit[]): number {
  let best = 0;
  for (const unit of units) {
    const shared = coverage(stems, unit.stems);
    if (shared > 0.6) best = Math.max(best, unit.score + 1);
  }
  return best;
}

/** Adds what the material holds and the text does not, each to the section that it belongs to. */
export function extend(manuscript: Manuscript, words: number, units: Unit[]): string | null {
  const unused = unusedUnits(manuscript, units).toSorted((left, right) => right.score - left.score);
  let missing = words - lengthOf(manuscript);
  const chosen = new Set<Unit>();
  for (const unit of unused) {
    if (missing <= 0) break;
    for (const each of withAntecedents(unit, unused)) {
      if (chosen.has(each)) continue;
      chosen.add(each);
      missing -= each.words;
    }
  }
  insert(
    manuscript,
    unused.filter((unit) => chosen.has(unit)).toSorted((left, right) => left.id - right.id),
  );
  if (chosen.size === 0) return "The material holds nothing that the text does not say already.";
  return missing > words * 0.1 ? "The material is used up: the text could not be made as long as asked." : null;
}

/** Brings in what the material says about something. */
export function addFacts(manuscript: Manuscript, what: string, units: Unit[]): string | null {
  const wanted = contentStems(what, manuscript.code);
  const matches = (pool: Unit[]) =>
    pool.filter(({ stems }) => wanted.length > 0 && coverage(wanted, stems) >= (wanted.length > 2 ? 0.6 : 1));
  const unused = unusedUnits(manuscript, units);
  const found = matches(unused);
  if (found.length === 0) {
    return matches(units).length > 0
      ? `The text says already all that the material holds about “${what}”.`
      : `The material says nothing about “${what}”, so it was not added. Add material that does.`;
  }
  const withContext = new Set(found.flatMap((unit) => withAntecedents(unit, unused)));
  insert(manuscript, [...withContext].sort((left, right) => left.id - right.id).slice(0, 8));
  return null;
}

function unusedUnits(manuscript: Manuscript, units: Unit[]): Unit[] {
  const said = allSentences(manuscript).map(({ stems }) => stems);
  return units.filter(({ stems, kind }) => kind !== "table" && !said.some((own) => coverage(stems, own) > 0.75));
}

/** Each run of neighbouring units goes behind the block that is nearest to it in words, or under a heading of its own. */
function insert(manuscript: Manuscript, units: Unit[]): void {
  const { code, title } = manuscript;
  const named = new Set(
    units.flatMap(({ speaker }) =>
      speaker && manuscript.blocks.join(" ").includes(shortName(speaker)) ? [speaker] : [],
    ),
  );
  const context = { code, tone: "professional", phrases: phrasesFor(code), voices: { named, turns: 1 } };
  for (const run of runs(units)) {
    const blocks = renderUnits(run, context);
    const stems = run.flatMap((unit) => [...unit.stems]);
    const nearest = manuscript.blocks
      .map((block, index) => ({
        index,
        near:
          isHeading(block) || block.startsWith("|") ? 0 : coverage(stems, new Set(contentStems(plainOf(block), code))),
      }))
      .sort((left, right) => right.near - left.near)[0];
    if (wordsIn(run) >= 45 && (nearest?.near ?? 0) < 0.2) {
      const closing = manuscript.blocks.findLastIndex(isHeading);
      manuscript.blocks.splice(
        closing < 0 ? manuscript.blocks.length : closing,
        0,
        `## ${nameThemes([run], title, code)[0]}`,
        ...blocks,
      );
      continue;
    }
    const at = nearest?.near ? nearest.index : manuscript.blocks.length - 1;
    const target = manuscript.blocks[at] ?? "";
    const joins =
      blocks.length === 1 &&
      wordsIn(run) < 30 &&
      !isList(target) &&
      !isList(blocks[0] ?? "") &&
      run[0]?.speaker === null;
    if (joins) manuscript.blocks[at] = `${target} ${blocks[0]}`;
    else manuscript.blocks.splice(at + 1, 0, ...blocks);
  }
}

function runs(units: Unit[]): Unit[][] {
  const all: Unit[][] = [];
  for (const unit of units) {
    const last = all.at(-1);
    const before = last?.at(-1);
    if (last && before && (before.id === unit.id - 1 || before.passage === unit.passage)) last.push(unit);
    else all.push([unit]);
  }
  return all;
}
