import { groupPassages } from "./group-passages.ts";
import { nameThemes, sentenceCase } from "./name-themes.ts";
import type { Theme, Unit } from "./unit.ts";

/** Sections grow with the text: about 130 words in a short one, 210 in a long one. */
const wordsPerSection = (words: number) => 110 + words / 15;

/**
 * The themes of the material in its order. Headings that the material has are kept, where they cover it; otherwise
 * passages are grouped and each group is named by its own words.
 */
export function findThemes(units: Unit[], targetWords: number, topic: string, code: string): Theme[] {
  const given = givenThemes(units, targetWords);
  if (given) return given;
  const asked = askedThemes(units, targetWords);
  if (asked) return asked;
  const words = Math.min(targetWords, wordsIn(units));
  const points = units.filter(({ kind }) => kind === "item").length;
  // Notes are denser than prose: a few points are a section.
  const count = Math.round(points > units.length / 2 ? words / 60 : words / wordsPerSection(words));
  const groups = groupPassages(units, Math.min(7, Math.max(words > 120 ? 2 : 1, count)));
  const names = nameThemes(groups, topic, code);
  return groups.map((group, index) => ({ heading: names[index] ?? "", units: group }));
}

/** The material's own headings; null where it has none to speak of. */
function givenThemes(units: Unit[], targetWords: number): Theme[] | null {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    if (!unit.heading) continue;
    // Two sources may share a heading; what stands under it belongs together then.
    const key = unit.heading.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  const covered = [...groups.values()].flat().length;
  const full = [...groups.values()].filter((group) => wordsIn(group) >= 15);
  if (full.length < 2 || covered < units.length * 0.6) return null;
  const fits = wordsIn(units) <= targetWords * 1.3;
  const most = fits ? full.length : Math.max(3, Math.round(targetWords / 70));
  const kept = full.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
  const loose = units.filter(({ heading }) => heading === null || !full.some(([first]) => sameHeading(first, heading)));
  const themes = full
    .filter((group) => kept.includes(group))
    .map((group) => ({ heading: tidyHeading(group[0]?.heading ?? ""), units: group }));
  const [first] = themes;
  // What stands before the first heading introduces the whole, so it opens the first section.
  if (first) first.units = [...loose.filter(({ id }) => id < (first.units[0]?.id ?? 0)), ...first.units];
  return themes;
}

/**
 * Of an interview, each question with its answer; null where nobody asks. An answer torn from its question says something
 * else, so these are never regrouped.
 */
function askedThemes(units: Unit[], targetWords: number): Theme[] | null {
  if (units.filter(({ question }) => question !== null).length < 2) return null;
  const themes: Theme[] = [];
  for (const unit of units) {
    const last = themes.at(-1);
    if (unit.question) themes.push({ heading: unit.question, units: [unit] });
    else if (last) last.units.push(unit);
  }
  const most = Math.max(3, Math.round(targetWords / 60));
  const kept = new Set(themes.toSorted((a, b) => weight(b.units) - weight(a.units)).slice(0, most));
  return themes.filter((theme) => kept.has(theme));
}

/** "3. RESULTS" → "Results" */
function tidyHeading(heading: string): string {
  const bare = heading.replace(/^(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.|[-–•])\s+/, "").replace(/[:.]$/, "");
  const shouted = bare === bare.toUpperCase() && /\p{L}{4}/u.test(bare);
  return sentenceCase(shouted ? bare.toLowerCase() : bare);
}

function sameHeading(unit: Unit | undefined, heading: string): boolean {
  return unit?.heading?.toLowerCase() === heading.toLowerCase();
}

function wordsIn(units: Unit[]): number {
  return units.reduce((sum, { words }) => sum + words, 0);
}

function weight(units: Unit[]): number {
  return units.reduce((sum, { score }) => sum + Math.max(0, score), 0);
}
