import { writeAmount, writeFigure } from "#task-types/figures/write-figure.ts";
import type { MetricsInput } from "./input.ts";

type Metric = MetricsInput["metrics"][number];
type Breakdown = NonNullable<MetricsInput["breakdown"]>;

/** More columns than this are listed with their main figures alone. */
const mostDescribed = 8;

/** What computed metrics show, in words that state nothing else. */
export function describeMetrics(input: MetricsInput): string {
  const { periods, metrics, breakdown, rows } = input;
  if (rows === 1) return describeRow(metrics, periods[0]);
  const isOverTime = periods.length > 1;
  const described = metrics.slice(0, mostDescribed).map((metric) => describeMetric(metric, isOverTime));
  return [
    ...described,
    listRest(metrics, isOverTime),
    describeShares(breakdown),
    listOutliers(metrics),
    limitsOf(input),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function describeRow(metrics: readonly Metric[], period: string | undefined): string {
  const values = metrics.map(({ name, first, unit }) => `**${name}** is ${writeAmount(first, unit)}`);
  const when = period ? ` for ${period}` : "";
  return `The data holds one row${when}: ${listed(values)}. One row alone shows no growth, no trend and no outliers; rows for other periods would.`;
}

export function describeMetric(metric: Metric, isOverTime: boolean): string {
  const write = (value: number) => writeAmount(value, metric.unit);
  return isOverTime ? describeCourse(metric, write) : describeSpread(metric, write);
}

function describeCourse(metric: Metric, write: (value: number) => string): string {
  const { name, total, mean, minimum, minimum_at, maximum, maximum_at, trend } = metric;
  const whole =
    total === null
      ? `The mean over all periods is ${write(mean)}`
      : `In total it is ${write(total)}, ${write(mean)} per period`;
  const range =
    minimum === maximum
      ? ""
      : `; the lowest value is ${write(minimum)}${at(minimum_at)}, the highest ${write(maximum)}${at(maximum_at)}`;
  return [
    `**${name}** ${moveOf(metric, write)}.`,
    `${whole}${range}.`,
    trend ? describeTrend(trend, (value) => points(value, metric.unit, write)) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** "rose from 12,000 to 15,900, by 32.5 %, which is 5.8 % per period" */
function moveOf(
  { first, last, growth, growth_per_period, change, unit, count }: Metric,
  write: (value: number) => string,
): string {
  if (count < 2) return `has one value only, ${write(first)}`;
  if (first === last) return `ended where it began, at ${write(first)}`;
  const verb = last > first ? "rose" : "fell";
  const path = `${verb} from ${write(first)} to ${write(last)}`;
  // A percentage of a percentage is read as points.
  if (unit === "%" || growth === null)
    return change === null ? path : `${path}, by ${points(Math.abs(change), unit, write)}`;
  const pace =
    growth_per_period === null || count < 3
      ? ""
      : `, on average ${writeFigure(growth_per_period, "fraction")} per period`;
  return `${path}, by ${writeFigure(Math.abs(growth), "fraction")}${pace}`;
}

function points(change: number, unit: string | null, write: (value: number) => string): string {
  return unit === "%" ? `${writeFigure(change, "number")} percentage points` : write(change);
}

function describeSpread(
  { name, total, mean, minimum, minimum_at, maximum, maximum_at, count }: Metric,
  write: (value: number) => string,
): string {
  if (count < 2) return `**${name}** has one value, ${write(mean)}.`;
  const whole =
    total === null ? `is ${write(mean)} on average` : `comes to ${write(total)} in total, ${write(mean)} on average`;
  const range =
    minimum === maximum
      ? `all ${writeFigure(count, "number")} values are the same`
      : `the lowest value is ${write(minimum)}${at(minimum_at)}, the highest ${write(maximum)}${at(maximum_at)}`;
  return `**${name}** ${whole}; ${range}.`;
}

function at(place: string | null): string {
  return place ? ` (${place.slice(0, 60)})` : "";
}

function describeTrend(
  { direction, slope, r_squared }: NonNullable<Metric["trend"]>,
  write: (value: number) => string,
): string {
  if (direction === "flat") return "There is no clear trend.";
  const fit = r_squared >= 0.8 ? "steadily" : "with ups and downs";
  return `The trend is ${direction}, ${fit}: a straight line through the values moves by ${write(slope)} per period and explains ${writeFigure(r_squared, "fraction")} of their variation.`;
}

function listRest(metrics: readonly Metric[], isOverTime: boolean): string {
  const rest = metrics.slice(mostDescribed);
  if (rest.length === 0) return "";
  const lines = rest.map((metric) => {
    const write = (value: number) => writeAmount(value, metric.unit);
    return `- **${metric.name}** ${isOverTime ? moveOf(metric, write) : `is ${write(metric.mean)} on average`}.`;
  });
  return ["The other columns:", ...lines].join("\n");
}

function describeShares(breakdown: Breakdown | null): string {
  if (!breakdown) return "";
  const { column, metric, groups, unit, aggregate } = breakdown;
  const [most] = groups;
  if (!most || groups.every(({ total }) => total === most.total)) return "";
  const named = groups
    .slice(0, 5)
    .map(
      ({ name, total, share }) =>
        `${name} with ${writeAmount(total, unit)}${share === null ? "" : ` (${writeFigure(share, "fraction")})`}`,
    );
  const rest = groups.length > 5 ? ", and others with less" : "";
  const what = aggregate === "mean" ? `the mean of ${metric} is highest in this order:` : `${metric} comes from`;
  return `By ${column}, ${what} ${listed(named)}${rest}.`;
}

function listOutliers(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, unit, outliers }) =>
    outliers.map(
      ({ period, value, expected }) =>
        `- ${name}, ${period}: ${writeAmount(value, unit)}, where ${writeAmount(expected, unit)} would be in line with the rest.`,
    ),
  );
  return lines.length > 0 ? ["Values that stand out:", ...lines].join("\n") : "";
}

function limitsOf({ periods, metrics }: MetricsInput): string {
  const few = metrics.every(({ trend }) => trend === null) && periods.length > 1;
  if (few) return "There are too few periods to tell a trend.";
  return periods.length > 1 && periods.length < 8
    ? "With so few periods, a trend is an indication and no forecast."
    : "";
}

function listed(items: string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
