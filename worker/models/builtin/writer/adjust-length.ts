import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { insertUnits } from "./insert-units.ts";
import {
  allSentences,
  isHeading,
  lengthOf,
  type Manuscript,
  plainOf,
  removeSentence,
  replaceSentence,
} from "./manuscript.ts";
import { phrasesFor } from "./phrases.ts";
import { withAntecedents } from "./select-units.ts";
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
      // What the next sentence leans on must stay.
      const carries = next?.block === block && needs.test(plainOf(next.sentence));
      if (withoutLastQuoted(sentence, manuscript.code)) return index > 0;
      return index > 0 && !carries && sharesSection(manuscript, block, sentences);
    });
    const worst = removable
      .map((entry) => ({
        ...entry,
        worth:
          worthOf(entry.stems, units) +
          (bearsHeading(manuscript, entry.block, entry.stems) ? 3 : 0) -
          (lengthOf(manuscript) - words < 8 ? entry.stems.size : 0),
      }))
      .sort((left, right) => left.worth - right.worth)[0];
    if (!worst) return `The text could not be cut below ${length} words without losing a section.`;
    const trimmed = withoutLastQuoted(worst.sentence, manuscript.code);
    if (trimmed) replaceSentence(manuscript, worst.sentence, trimmed);
    else removeSentence(manuscript, worst.sentence);
  }
}

/** A quotation of several sentences can lose its last one; null for anything else. */
function withoutLastQuoted(sentence: string, code: string): string | null {
  const [, before, inner, close] = /^(.*[“„"])([^“”„"]+)([”“"](?:\s*\[\d+\])*)$/s.exec(sentence) ?? [];
  if (before === undefined || !inner || !close) return null;
  const parts = splitSentences(inner, code);
  return parts.length > 1 ? `${before}${parts.slice(0, -1).join(" ")}${close}` : null;
}

/** The sentence that a heading was made of must stay, or the heading promises what is not there. */
function bearsHeading({ blocks, code }: Manuscript, block: number, stems: ReadonlySet<string>): boolean {
  const heading = blocks.slice(0, block).findLast(isHeading);
  return heading !== undefined && coverage(contentStems(plainOf(heading), code), stems) >= 0.6;
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

/**
 * Adds what the material holds and the text does not, each to the section that it belongs to.
 * @param material all of it, where `units` are only those that may be added: it says what stands beside what
 */
export function extend(manuscript: Manuscript, words: number, units: Unit[], material: Unit[] = units): string | null {
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
  insertUnits(
    manuscript,
    unused.filter((unit) => chosen.has(unit)).toSorted((left, right) => left.id - right.id),
    material,
  );
  if (chosen.size === 0) return "The material holds nothing that the text does not say already.";
  return missing > words * 0.1 ? "The material is used up: the text could not be made as long as asked." : null;
}

/** Brings in what the material says about something, or about each of "this, that and that". */
export function addFacts(manuscript: Manuscript, what: string, units: Unit[], material: Unit[] = units): string | null {
  const subjects = what.split(/\s*,\s*|\s+(?:and|und)\s+(?:the\s+|die\s+|das\s+|den\s+)?/i).filter(Boolean);
  const isOne = subjects.length < 2 || units.some(({ text }) => text.toLowerCase().includes(what.toLowerCase()));
  const warnings = (isOne ? [what] : subjects).flatMap(
    (subject) => addFact(manuscript, subject, units, material) ?? [],
  );
  return warnings.length > 0 ? warnings.join(" ") : null;
}

function addFact(manuscript: Manuscript, what: string, units: Unit[], material: Unit[]): string | null {
  const wanted = contentStems(what, manuscript.code);
  const sharing = (pool: Unit[], least: number) =>
    pool.filter(({ stems }) => wanted.length > 0 && coverage(wanted, stems) >= least);
  // What speaks of all that was asked for leaves no room for what speaks of most of it.
  const matches = (pool: Unit[]) => {
    const exact = sharing(pool, 1);
    return exact.length > 0 || wanted.length < 3 ? exact : sharing(pool, 0.6);
  };
  const unused = unusedUnits(manuscript, units);
  const found = matches(unused);
  if (found.length === 0) {
    return matches(units).length > 0
      ? `The text says already all that the material holds about “${what}”${whereSaid(manuscript, wanted)}.`
      : `The material says nothing about “${what}”, so it was not added. Add material that does.`;
  }
  const withContext = new Set(found.flatMap((unit) => withAntecedents(unit, unused)));
  insertUnits(manuscript, [...withContext].sort((left, right) => left.id - right.id).slice(0, 8), material);
  return null;
}

/** ", under “Salt marsh slows storm surges”" */
function whereSaid(manuscript: Manuscript, wanted: string[]): string {
  const said = allSentences(manuscript).toSorted((a, b) => coverage(wanted, b.stems) - coverage(wanted, a.stems))[0];
  const heading = said && manuscript.blocks.slice(0, said.block).findLast(isHeading);
  return heading ? `, under “${heading.replace(/^#+\s+/, "")}”` : "";
}

function unusedUnits(manuscript: Manuscript, units: Unit[]): Unit[] {
  // What a heading says is said.
  const headings = manuscript.blocks
    .filter(isHeading)
    .map((block) => new Set(contentStems(plainOf(block), manuscript.code)));
  const said = [...allSentences(manuscript).map(({ stems }) => stems), ...headings];
  return units.filter(({ stems, kind }) => kind !== "table" && !said.some((own) => coverage(stems, own) > 0.75));
}
