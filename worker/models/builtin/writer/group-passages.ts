import type { Unit } from "./unit.ts";

type Group = { passages: number[]; units: Unit[]; words: number };

/** More passages than this are first joined with their neighbours; the work grows with the cube. */
const maxPassages = 160;
/** No group holds more of the words than this, where it can be helped. */
const largestShare = 0.45;

/**
 * Puts passages that speak of the same into `count` groups: average-link clustering over weighted words, in which
 * neighbours in the material are nearer to each other and large groups are slower to grow.
 */
export function groupPassages(units: Unit[], count: number): Unit[][] {
  let groups = byPassage(units);
  while (groups.length > maxPassages) groups = joinNeighbours(groups);
  const weights = inverseFrequency(groups);
  const vectors = groups.map((group) => vector(group, weights));
  const lengths = vectors.map(norm);
  const near = groups.map((left, row) =>
    groups.map((right, column) => {
      const cosine = dot(vectors[row], vectors[column]) / ((lengths[row] ?? 0) * (lengths[column] ?? 0) || 1);
      return row === column ? 0 : cosine + closeness(left, right);
    }),
  );
  const alive = groups.map(() => true);
  const average = units.reduce((sum, { words }) => sum + words, 0) / Math.max(1, count);
  for (let left = groups.length; left > count; left--) {
    const [a, b] = nearestPair(groups, near, alive, average, average * count);
    const into = groups[a];
    const from = groups[b];
    if (!into || !from) break;
    const total = into.words + from.words || 1;
    for (let other = 0; other < groups.length; other++) {
      if (!alive[other] || other === a || other === b) continue;
      const blended = ((near[a]?.[other] ?? 0) * into.words + (near[b]?.[other] ?? 0) * from.words) / total;
      (near[a] as number[])[other] = blended;
      (near[other] as number[])[a] = blended;
    }
    groups[a] = { passages: [...into.passages, ...from.passages], units: [...into.units, ...from.units], words: total };
    alive[b] = false;
  }
  return groups
    .filter((_, index) => alive[index])
    .map((group) => group.units.toSorted((x, y) => x.id - y.id))
    .sort((x, y) => (x[0]?.id ?? 0) - (y[0]?.id ?? 0));
}

function byPassage(units: Unit[]): Group[] {
  const groups = new Map<number, Group>();
  for (const unit of units) {
    const group = groups.get(unit.passage) ?? { passages: [unit.passage], units: [], words: 0 };
    group.units.push(unit);
    group.words += unit.words;
    groups.set(unit.passage, group);
  }
  return [...groups.values()];
}

function joinNeighbours(groups: Group[]): Group[] {
  const joined: Group[] = [];
  for (let index = 0; index < groups.length; index += 2) {
    const pair = groups.slice(index, index + 2);
    joined.push({
      passages: pair.flatMap(({ passages }) => passages),
      units: pair.flatMap(({ units }) => units),
      words: pair.reduce((sum, { words }) => sum + words, 0),
    });
  }
  return joined;
}

function inverseFrequency(groups: Group[]): Map<string, number> {
  const seenIn = new Map<string, number>();
  for (const { units } of groups) {
    const stems = new Set(units.flatMap((unit) => [...unit.stems]));
    for (const stem of stems) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  }
  return new Map([...seenIn].map(([stem, count]) => [stem, Math.log(1 + groups.length / count)]));
}

/** Neighbours in the material are nearer to each other. */
function closeness(left: Group, right: Group): number {
  const sameSource = left.units[0]?.source === right.units[0]?.source;
  const distance = Math.abs((left.passages[0] ?? 0) - (right.passages[0] ?? 0));
  return sameSource ? 0.22 * Math.exp(-(distance - 1) / 2) : 0;
}

function dot(left: Map<string, number> = new Map(), right: Map<string, number> = new Map()): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

function vector({ units }: Group, weights: Map<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of units)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + (weights.get(stem) ?? 0));
  return counts;
}

function norm(values: Map<string, number>): number {
  let sum = 0;
  for (const value of values.values()) sum += value * value;
  return Math.sqrt(sum);
}

function nearestPair(
  groups: Group[],
  near: number[][],
  alive: boolean[],
  average: number,
  total: number,
): [number, number] {
  let best: [number, number] = [0, 0];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < groups.length; row++) {
    if (!alive[row]) continue;
    for (let column = row + 1; column < groups.length; column++) {
      if (!alive[column] || !mayJoin(groups, alive, row, column)) continue;
      const size = ((groups[row]?.words ?? 0) + (groups[column]?.words ?? 0)) / average;
      const tooLarge = (groups[row]?.words ?? 0) + (groups[column]?.words ?? 0) > total * largestShare ? 1 : 0;
      const score = (near[row]?.[column] ?? 0) - 0.35 * size - tooLarge;
      if (score > bestScore) {
        bestScore = score;
        best = [row, column];
      }
    }
  }
  return best;
}

/** Prose keeps its order, so only neighbours join; points of a list and different sources may meet from anywhere. */
function mayJoin(groups: Group[], alive: boolean[], left: number, right: number): boolean {
  const a = groups[left]?.units[0];
  const b = groups[right]?.units[0];
  if (!a || !b || a.source !== b.source || (a.kind === "item" && b.kind === "item")) return true;
  return !alive.slice(left + 1, right).some((isAlive) => isAlive);
}
