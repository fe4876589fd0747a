import type { Unit } from "./unit.ts";

/** Units that must stay side by side, and whether a paragraph of the material begins with them. */
type Atom = { units: Unit[]; words: number; opensPassage: boolean; stems: Map<string, number> };

/** The work grows with the square; longer material is cut between its paragraphs, or between pairs of them. */
const maxAtoms = 300;
/** Atoms on either side of a gap that are compared. */
const reach = 3;
/** No section holds more of the words than this, where the material allows. */
const largestShare = 0.45;
const leastWords = 20;

/**
 * Cuts units into about `count` stretches of similar size, in the order of the material: where its paragraphs end and
 * its words change (after Hearst's TextTiling, 1997), all cuts weighed at once.
 */
export function segmentPassages(units: Unit[], count: number): Unit[][] {
  const atoms = toAtoms(units);
  const total = atoms.reduce((sum, { words }) => sum + words, 0);
  if (count < 2 || atoms.length < 2) return [units];
  const gains = atoms.map((_, index) => (index === 0 ? 0 : gainOfCut(atoms, index)));
  const cuts = bestCuts(atoms, gains, total / count, total);
  return cuts.map((start, index) => atoms.slice(start, cuts[index + 1]).flatMap((atom) => atom.units));
}

function toAtoms(units: Unit[]): Atom[] {
  const bySentence = collect(units, (unit, last) => unit.leaning === "needs" && unit.passage === last.passage);
  if (bySentence.length <= maxAtoms) return bySentence.map(toAtom);
  let groups = collect(units, (unit, last) => unit.passage === last.passage);
  while (groups.length > maxAtoms) {
    groups = groups.flatMap((group, index) => (index % 2 === 0 ? [[...group, ...(groups[index + 1] ?? [])]] : []));
  }
  return groups.map(toAtom);
}

function collect(units: Unit[], belongs: (unit: Unit, last: Unit) => boolean): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && belongs(unit, last)) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function toAtom(units: Unit[], index: number, all: Unit[][]): Atom {
  const stems = new Map<string, number>();
  for (const unit of units) for (const stem of unit.stems) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  return {
    units,
    words: units.reduce((sum, { words }) => sum + words, 0),
    opensPassage: all[index - 1]?.at(-1)?.passage !== units[0]?.passage,
    stems,
  };
}

/** What a cut before `index` is worth: much at a paragraph's start, more where few words are shared across it. */
function gainOfCut(atoms: Atom[], index: number): number {
  const [first] = atoms[index]?.units ?? [];
  const last = atoms[index - 1]?.units.at(-1);
  const shared = cosine(sum(atoms.slice(Math.max(0, index - reach), index)), sum(atoms.slice(index, index + reach)));
  const source = first?.source === last?.source ? 0 : 2;
  const heading = first?.heading === last?.heading ? 0 : 1.5;
  // What goes on with "also" can be cut off, but not for nothing.
  const goesOn = first?.leaning === "connects" ? 0.4 : 0;
  return (atoms[index]?.opensPassage ? 1.2 : 0) + source + heading - 1.1 * shared - goesOn - 0.35;
}

function sum(atoms: Atom[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { stems } of atoms) for (const [stem, times] of stems) all.set(stem, (all.get(stem) ?? 0) + times);
  return all;
}

function cosine(left: Map<string, number>, right: Map<string, number>): number {
  let dot = 0;
  for (const [stem, times] of left) dot += times * (right.get(stem) ?? 0);
  return dot / (norm(left) * norm(right) || 1);
}

function norm(values: Map<string, number>): number {
  let squares = 0;
  for (const value of values.values()) squares += value * value;
  return Math.sqrt(squares);
}

/** Starts of the stretches: the least sum of uneven sizes less the gains of the cuts, found from the left. */
function bestCuts(atoms: Atom[], gains: number[], ideal: number, total: number): number[] {
  const until = [0];
  for (const { words } of atoms) until.push((until.at(-1) ?? 0) + words);
  const costs = [0];
  const from = [0];
  for (let end = 1; end <= atoms.length; end++) {
    costs[end] = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const words = (until[end] ?? 0) - (until[start] ?? 0);
      const uneven = words > ideal ? words / ideal - 1 : (1 - words / ideal) * 0.8;
      const faults = (words > total * largestShare ? 2.5 : 0) + (words < leastWords ? 2 : 0);
      const cost = (costs[start] ?? 0) + 1.6 * uneven ** 2 + faults - (gains[start] ?? 0);
      if (cost < (costs[end] ?? 0)) {
        costs[end] = cost;
        from[end] = start;
      }
    }
  }
  const starts: number[] = [];
  for (let end = atoms.length; end > 0; end = from[end] ?? 0) starts.unshift(from[end] ?? 0);
  return starts;
}
