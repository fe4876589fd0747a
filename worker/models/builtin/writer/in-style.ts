import type { ArticleInput } from "./input.ts";
import type { Theme, Unit } from "./unit.ts";

const defines = /\b(?:is|are|means|ist|sind|bedeutet|heißt)\s(?:an?|the|called|ein|eine)\s/;

/**
 * The themes in the order of the style: narrative by the years that they begin with, technical with definitions first. Material with headings or questions of its own keeps its order.
 */
export function inStyle(themes: Theme[], { style }: Pick<ArticleInput, "style">): Theme[] {
  const isOrdered = themes.some(({ units }) =>
    units.some(({ heading, question }) => heading !== null || question !== null),
  );
  if (isOrdered || themes.length < 3) return themes;
  if (style === "narrative") return byYear(themes);
  if (style === "technical") return definitionsFirst(themes);
  return themes;
}

/** By the earliest year of each; only where nearly every theme has one, and the rest stays beside its forerunner. */
function byYear(themes: Theme[]): Theme[] {
  const years = themes.map(({ units }) => Math.min(...units.flatMap(yearsOf)));
  if (years.filter(Number.isFinite).length < themes.length * 0.7) return themes;
  const placed = years.map((year, index) => (Number.isFinite(year) ? year : (years[index - 1] ?? 0)));
  return themes.toSorted((left, right) => (placed[themes.indexOf(left)] ?? 0) - (placed[themes.indexOf(right)] ?? 0));
}

function yearsOf({ text }: Unit): number[] {
  return [...text.matchAll(/\b(1[5-9]\d\d|20\d\d)\b(?![.,]\d)/g)].map((match) => Number(match[1]));
}

/** The theme that defines something, and holds the most figures besides, goes first; without definitions all stays. */
function definitionsFirst(themes: Theme[]): Theme[] {
  const defined = (theme: Theme) => theme.units.filter(({ text }) => defines.test(text)).length;
  const figures = ({ units }: Theme) => units.filter(({ text }) => /\d/.test(text)).length / units.length;
  const first = themes.toSorted((a, b) => defined(b) - defined(a) || figures(b) - figures(a))[0];
  return first && defined(first) > 0 ? [first, ...themes.filter((theme) => theme !== first)] : themes;
}
