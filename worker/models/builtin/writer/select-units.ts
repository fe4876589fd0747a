import type { Theme, Unit } from "./unit.ts";

/**
 * The units of each theme that fit into `budget` words, best first and each theme by its share; kept in order. A unit
 * that needs the one before it brings that one along, or stays out.
 */
export function selectUnits(themes: Theme[], budget: number, exclude: ReadonlySet<number>): Theme[] {
  const free = themes.map((theme) => ({ ...theme, units: theme.units.filter(({ id }) => !exclude.has(id)) }));
  const total = free.reduce((sum, { units }) => sum + wordsIn(units), 0);
  const kept = total <= budget * 1.08 ? free : shareOut(free, budget);
  return kept
    .map((theme) => ({ ...theme, units: withoutOrphans(theme.units) }))
    .filter(({ units }) => units.length > 0);
}

function shareOut(themes: Theme[], budget: number): Theme[] {
  const sizes = themes.map(({ units }) => wordsIn(units) ** 0.8);
  const all = sizes.reduce((sum, size) => sum + size, 0) || 1;
  let left = budget;
  return themes.map((theme, index) => {
    const later = sizes.slice(index).reduce((sum, size) => sum + size, 0) || all;
    const units = pick(theme.units, (left * (sizes[index] ?? 0)) / later);
    left -= wordsIn(units);
    return { ...theme, units };
  });
}

function pick(units: Unit[], quota: number): Unit[] {
  const chosen = new Set<Unit>();
  let words = 0;
  const ranked = units.toSorted((left, right) => right.score - left.score);
  for (const unit of ranked) {
    if (chosen.has(unit)) continue;
    const group = withAntecedents(unit, units).filter((each) => !chosen.has(each));
    const size = wordsIn(group);
    const fits = words + size <= quota * 1.05 + 8;
    if (!fits && (words > quota * 0.6 || chosen.size > 0)) continue;
    for (const each of group) chosen.add(each);
    words += size;
    if (words >= quota) break;
  }
  return units.filter((unit) => chosen.has(unit));
}

/** A unit with those before it that it needs, nearest last; nothing that reaches further back than three sentences. */
export function withAntecedents(unit: Unit, units: readonly Unit[], depth = 3): Unit[] {
  if (unit.leaning !== "needs" || unit.question !== null || depth === 0) return [unit];
  const before = units.find(({ id, source }) => id === unit.id - 1 && source === unit.source);
  return before ? [...withAntecedents(before, units, depth - 1), unit] : [unit];
}

/** Leaves out what refers to a sentence that is not there; an answer's first words refer to its question. */
function withoutOrphans(units: Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (const unit of units) {
    if (unit.leaning !== "needs" || unit.question !== null || kept.at(-1)?.id === unit.id - 1) kept.push(unit);
  }
  return kept;
}

export function wordsIn(units: readonly Unit[]): number {
  return units.reduce((sum, { words }) => sum + words, 0);
}
