import {
  linearRegression,
  linearRegressionLine,
  max,
  mean,
  median,
  medianAbsoluteDeviation,
  min,
  rSquared,
  sampleStandardDeviation,
  sum,
} from "simple-statistics";
import type { Metric } from "./schema.ts";

/** Fits that explain less than this are no trend. */
const leastFit = 0.25;
/** Iglewicz and Hoaglin (1993): a modified z-score beyond this is an outlier. */
const outlierScore = 3.5;
/** Pairs of points that are compared for the robust slope; beyond that every n-th point is enough. */
const mostPoints = 400;

export type Point = { period: string; value: number };

/** All figures of one column; values stand in the order of their periods. */
export function measure(
  name: string,
  points: readonly Point[],
  isOverTime: boolean,
  { unit, aggregate }: Pick<Metric, "unit" | "aggregate"> = { unit: null, aggregate: "sum" },
): Metric {
  const list = points.map(({ value }) => value);
  const first = list[0] ?? 0;
  const last = list.at(-1) ?? 0;
  return {
    ...{ name, count: list.length, unit, aggregate, total: aggregate === "sum" ? tidy(sum(list)) : null },
    ...{ mean: tidy(mean(list)), median: tidy(median(list)), minimum: min(list), maximum: max(list), first, last },
    minimum_at: points.find(({ value }) => value === min(list))?.period ?? null,
    maximum_at: points.find(({ value }) => value === max(list))?.period ?? null,
    change: isOverTime && list.length > 1 ? tidy(last - first) : null,
    standard_deviation: list.length > 1 ? tidy(sampleStandardDeviation(list)) : null,
    growth: isOverTime && list.length > 1 && first > 0 ? tidy((last - first) / first) : null,
    growth_per_period: isOverTime ? compoundGrowth(first, last, list.length - 1) : null,
    trend: isOverTime ? trendOf(list) : null,
    outliers: findOutliers(points, isOverTime),
  };
}

/** The constant rate that leads from the first value to the last. */
function compoundGrowth(first: number, last: number, steps: number): number | null {
  if (steps < 1 || first <= 0 || last <= 0) return null;
  return tidy((last / first) ** (1 / steps) - 1);
}

/** Least squares over the periods, numbered from 0. */
function trendOf(values: number[]): Metric["trend"] {
  if (values.length < 3) return null;
  const points = values.map((value, index) => [index, value]);
  const { m: slope, b: intercept } = linearRegression(points);
  const isConstant = values.every((value) => value === values[0]);
  const fit = isConstant ? 1 : rSquared(points, linearRegressionLine({ m: slope, b: intercept }));
  const scale = Math.max(...values.map(Math.abs)) || 1;
  const moves = Math.abs(slope) * (values.length - 1) > scale * 0.01 && fit >= leastFit;
  const direction = !moves ? "flat" : slope > 0 ? "rising" : "falling";
  return { direction, slope: tidy(slope), intercept: tidy(intercept), r_squared: tidy(fit) };
}

/** Far from where the others would put it: from their median, or over time from a line that outliers do not bend. */
function findOutliers(points: readonly Point[], isOverTime: boolean): Metric["outliers"] {
  const values = points.map(({ value }) => value);
  if (values.length < 5) return [];
  const slope = isOverTime ? robustSlope(values) : 0;
  const level = median(values.map((value, index) => value - slope * index));
  const expected = (index: number) => level + slope * index;
  const residuals = values.map((value, index) => value - expected(index));
  const spread = medianAbsoluteDeviation(residuals) || meanDeviation(residuals);
  if (spread === 0) return [];
  return points.flatMap(({ period, value }, index) => {
    const score = (0.6745 * Math.abs(residuals[index] ?? 0)) / spread;
    return score > outlierScore ? { period, value, expected: tidy(expected(index)) } : [];
  });
}

/** Theil and Sen: the median of the slopes between all pairs. */
function robustSlope(values: number[]): number {
  const step = Math.ceil(values.length / mostPoints);
  const picked = values.flatMap((value, index) => (index % step === 0 ? [[index, value] as const] : []));
  const slopes = picked.flatMap(([x, y], at) => picked.slice(at + 1).map(([x2, y2]) => (y2 - y) / (x2 - x)));
  return slopes.length > 0 ? median(slopes) : 0;
}

/** Stands in where more than half of the values are the same (Iglewicz and Hoaglin). */
function meanDeviation(residuals: number[]): number {
  return mean(residuals.map(Math.abs)) * 1.2533 * 0.6745;
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
