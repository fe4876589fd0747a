import { groupPassages } from "./group-passages.ts";
import type { ArticleInput } from "./input.ts";
import { nameThemes, sentenceCase } from "./name-themes.ts";
import { phrasesFor } from "./phrases.ts";
import { segmentPassages } from "./segment-passages.ts";
import { wordsIn } from "./select-units.ts";
import type { Theme, Unit } from "./unit.ts";

const mostSections = 7;

/**
 * The themes of the material in its order. Headings and questions that the material has are kept, where they cover it;
 * otherwise it is cut where its paragraphs and its words change, and each part is named by its own words.
 */
export function findThemes(
  units: Unit[],
  input: Pick<ArticleInput, "targetLength" | "topic" | "style">,
  code: string,
): Theme[] {
  const given = givenThemes(units, input.targetLength) ?? askedThemes(units, input.targetLength);
  if (given) return joinToMost(given, Math.max(mostSections, Math.round(input.targetLength / 250)), code);
  const groups = groupUnits(units, countOf(units, input));
  const names = nameThemes(groups, input.topic, code);
  return groups.map((group, index) => ({ heading: names[index] ?? "", units: group }));
}

/** Sections grow with the text: about 75 words in a short one, 200 in a long one; a list's points are denser. */
function countOf(units: Unit[], { targetLength, style }: Pick<ArticleInput, "targetLength" | "style">): number {
  const words = Math.min(targetLength, wordsIn(units));
  const size = style === "listicle" ? 28 + words / 14 : isMostlyPoints(units) ? 60 : 48 + words / 10;
  return Math.min(mostSections, Math.max(words > 60 ? 2 : 1, Math.round(words / size)));
}

/** Prose keeps its order; points of a list, and what several sources say, are put together by what they speak of. */
function groupUnits(units: Unit[], count: number): Unit[][] {
  const sources = new Set(units.map(({ source }) => source));
  if (sources.size < 2 && !isMostlyPoints(units)) return segmentPassages(units, count);
  return groupPassages(units, count);
}

function isMostlyPoints(units: Unit[]): boolean {
  return units.filter(({ kind }) => kind === "item").length > units.length / 2;
}

/** Joins the smallest neighbours until no more than `most` are left. */
function joinToMost(themes: Theme[], most: number, code: string): Theme[] {
  const joined = [...themes];
  while (joined.length > most) {
    const sizes = joined.slice(1).map((theme, index) => wordsIn(theme.units) + wordsIn(joined[index]?.units ?? []));
    const at = sizes.indexOf(Math.min(...sizes));
    const [left, right] = joined.slice(at, at + 2);
    if (!left || !right) break;
    joined.splice(at, 2, { heading: jointHeading(left, right, code), units: [...left.units, ...right.units] });
  }
  return joined;
}

/** Both headings where there is room; a question stays as it is, since the other one is put in the text. */
function jointHeading(left: Theme, right: Theme, code: string): string {
  const both = `${left.heading} ${phrasesFor(code).and} ${code === "de" ? right.heading : lowerFirst(right.heading)}`;
  if (!/\?$/.test(left.heading) && both.length <= 48) return both;
  return wordsIn(right.units) > wordsIn(left.units) * 2 && !/\?$/.test(left.heading) ? right.heading : left.heading;
}

function lowerFirst(heading: string): string {
  return /^\p{Lu}\p{Ll}*\s\p{Lu}|^\p{Lu}{2}/u.test(heading)
    ? heading
    : heading.charAt(0).toLowerCase() + heading.slice(1);
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
  const names = new Set(full.map(([first]) => first?.heading?.toLowerCase()));
  const loose = units.filter(({ heading }) => heading === null || !names.has(heading.toLowerCase()));

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
    else themes.push({ heading: "", units: [unit] });
  }
  const asked = themes.filter(({ heading }) => heading !== "");
  if (wordsIn(units) <= targetWords * 1.3) return asked;
  const most = Math.max(3, Math.round(targetWords / 60));
  const kept = new Set(asked.toSorted((a, b) => weight(b.units) - weight(a.units)).slice(0, most));
  return asked.filter((theme) => kept.has(theme));
}

/** "3. RESULTS" → "Results" */
function tidyHeading(heading: string): string {
  const bare = heading.replace(/^(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.|[-–•])\s+/, "").replace(/[:.]$/, "");
  const shouted = bare === bare.toUpperCase() && /\p{L}{4}/u.test(bare);
  return sentenceCase(shouted ? bare.toLowerCase() : bare);
}

function weight(units: Unit[]): number {
  return units.reduce((sum, { score }) => sum + Math.max(0, score), 0);
}
