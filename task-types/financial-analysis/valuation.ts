import { npv as presentValue } from "financial";
import { tidy } from "#task-types/business-analytics/measure.ts";

export type Irr = { irr: number | null; note: string | null };

/** Net present value; the first flow falls at t = 0 and is not discounted. */
export function npv(rate: number, flows: readonly number[]): number {
  return tidy(presentValue(rate, [...flows]));
}

/**
 * The rate at which the flows are worth nothing, found between −99.99 % and 1,000 % by halving; with several such rates
 * the one nearest to zero, and a note. Null where there is none.
 */
export function internalRate(flows: readonly number[]): Irr {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  const changes = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
  if (changes === 0)
    return { irr: null, note: "The cash flows never change sign, so there is no internal rate of return." };
  const roots = findRoots(flows);
  const [nearest] = roots.toSorted((left, right) => Math.abs(left) - Math.abs(right));
  if (nearest === undefined)
    return { irr: null, note: "No rate between −99.99 % and 1,000 % brings the value to zero." };
  return { irr: tidy(nearest), note: noteOn(roots, changes, signs[0] ?? 0) };
}

/** What a reader must know before trusting the rate. */
function noteOn(roots: readonly number[], changes: number, firstSign: number): string | null {
  if (roots.length > 1) {
    const all = roots.map((root) => `${Math.round(root * 1000) / 10} %`).join(" and ");
    return `The cash flows change sign ${changes} times and have ${roots.length} internal rates of return, ${all}; the one nearest to zero is given, and none of them should decide alone.`;
  }
  return firstSign > 0
    ? "Money comes in first here, so this is the rate that the money costs: lower is better, as with a loan."
    : null;
}

function findRoots(flows: readonly number[]): number[] {
  const rates = [
    ...Array.from({ length: 400 }, (_, index) => -0.9999 + index * 0.005),
    ...Array.from({ length: 901 }, (_, index) => 1 + index * 0.01),
  ];
  const grid = [...new Set(rates.map((rate) => Math.round(rate * 1e6) / 1e6))].sort((left, right) => left - right);
  return grid.flatMap((low, index) => {
    const high = grid[index + 1];
    if (high === undefined) return [];
    const [left, right] = [presentValue(low, [...flows]), presentValue(high, [...flows])];
    if (left === 0) return [low];
    return Math.sign(left) !== Math.sign(right) && right !== 0 ? [halve(flows, low, high)] : [];
  });
}

function halve(flows: readonly number[], from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = Math.sign(presentValue(low, [...flows]));
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(presentValue(middle, [...flows])) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Periods until the outlay has come back for good, within the period by its share; null when it never does. */
export function payback(flows: readonly number[], rate = 0): number | null {
  let total = 0;
  let back: number | null = null;
  for (const [period, flow] of flows.entries()) {
    const value = flow / (1 + rate) ** period;
    if (total < 0 && total + value >= 0) back = tidy(period - 1 + -total / value);
    total += value;
    if (total < 0) back = null;
  }
  return back;
}

/** The present value of what comes after the first flow, over that first outlay. */
export function profitabilityIndex(flows: readonly number[], rate: number): number | null {
  const [outlay = 0] = flows;
  return outlay < 0 ? tidy((npv(rate, flows) - outlay) / -outlay) : null;
}

/** How the value moves with the rate and with flows that come out lower or higher than planned. */
export function sensitivity(flows: readonly number[], rate: number) {
  const rates = [-0.04, -0.02, 0, 0.02, 0.04].map((step) => tidy(rate + step)).filter((each) => each > -1);
  const changes = [-0.2, -0.1, 0, 0.1, 0.2];
  const changed = (change: number) => flows.map((flow, index) => (index === 0 ? flow : flow * (1 + change)));
  return { rates, changes, npv: changes.map((change) => rates.map((each) => npv(each, changed(change)))) };
}
