import { type FigureUnit, writeFigure } from "#task-types/figures/write-figure.ts";
import type { MetricsInput } from "./input.ts";

type Metric = MetricsInput["metrics"][number];

/** What computed metrics show, in words that state nothing else. */
export function describeMetrics(input: MetricsInput): string {
  const { periods, metrics, breakdown } = input;
  const span = periods.length > 1 ? `from ${periods[0]} to ${periods.at(-1)}` : "";
  const paragraphs = metrics.map((metric) => describeMetric(metric, span, periods.length > 1));
  if (breakdown) paragraphs.push(describeShares(breakdown));
  const outside = metrics.flatMap(({ name, outliers }) => outliers.map((outlier) => ({ name, ...outlier })));
  if (outside.length > 0) {
    const points = outside.map(
      ({ name, period, value, expected }) =>
        `- ${name}, ${period}: ${figure(value)}, where ${figure(expected)} would be in line with the rest.`,
    );
    paragraphs.push(["Values that stand out:", ...points].join("\n"));
  }
  paragraphs.push(limitsOf(input));
  return paragraphs.filter(Boolean).join("\n\n");
}

function describeMetric(metric: Metric, span: string, isOverTime: boolean): string {
  const { name, total, mean, minimum, maximum, first, last, growth, growth_per_period, trend } = metric;
  const opening = isOverTime
    ? `**${name}** went ${span ? `${span} ` : ""}from ${figure(first)} to ${figure(last)}${growth === null ? "" : `, a change of ${figure(growth, "fraction")}`}.`
    : `**${name}** comes to ${figure(total)} in total.`;
  const pace =
    growth_per_period === null || !isOverTime
      ? ""
      : ` That is ${figure(growth_per_period, "fraction")} per period on average.`;
  const summed = isOverTime
    ? ` In total it is ${figure(total)}, with a mean of ${figure(mean)}`
    : ` The mean is ${figure(mean)}`;
  return `${opening}${pace}${summed}; the lowest value is ${figure(minimum)} and the highest ${figure(maximum)}.${trend ? ` ${describeTrend(trend)}` : ""}`;
}

function describeTrend({ direction, slope, r_squared }: NonNullable<Metric["trend"]>): string {
  if (direction === "flat") return "There is no clear trend.";
  const fit = r_squared >= 0.8 ? "steadily" : "with ups and downs";
  return `The trend is ${direction}, ${fit}: a straight line through the values moves by ${figure(slope)} per period and explains ${figure(r_squared, "fraction")} of their variation.`;
}

function describeShares({ column, metric, groups }: NonNullable<MetricsInput["breakdown"]>): string {
  const named = groups
    .slice(0, 5)
    .map(
      ({ name, total, share }) =>
        `${name} with ${figure(total)}${share === null ? "" : ` (${figure(share, "fraction")})`}`,
    );
  return `By ${column}, ${metric} comes from ${listed(named)}${groups.length > 5 ? ", and others with less" : ""}.`;
}

function limitsOf({ periods, metrics }: MetricsInput): string {
  const few = metrics.every(({ trend }) => trend === null) && periods.length > 1;
  if (few) return "There are too few periods to tell a trend.";
  return periods.length > 1 && periods.length < 8
    ? "With so few periods, a trend is an indication and no forecast."
    : "";
}

export function listed(items: string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function figure(value: number, unit: FigureUnit = "number"): string {
  return writeFigure(value, unit);
}
