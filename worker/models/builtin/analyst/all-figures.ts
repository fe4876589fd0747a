import { writeAmount, writeFigure } from "#task-types/figures/write-figure.ts";
import { describeFinances } from "./describe-finances.ts";
import { describeMetric, describeMetrics } from "./describe-metrics.ts";
import type { FinanceInput, MetricsInput } from "./input.ts";

type Metric = MetricsInput["metrics"][number];

/**
 * A table in sentences, beyond what a usual description says of it: a reviewer may ask for any of them. What belongs
 * together stands in one paragraph, so that it is put there in the text too.
 */
export function allOfMetrics(input: MetricsInput): string {
  const { metrics, breakdown, periods } = input;
  const ofColumns = metrics.map((metric) => [describeMetric(metric, periods.length > 1), ...moreOf(metric)].join(" "));
  const ofGroups = (breakdown?.groups ?? []).slice(5).map(({ name, total, share }) => {
    const part = share === null ? "" : ` (${writeFigure(share, "fraction")})`;
    return `${name} has ${writeAmount(total, breakdown?.unit ?? null)} of ${breakdown?.metric}${part}.`;
  });
  const described = describeMetrics(input)
    .split("\n\n")
    .filter((paragraph) => !ofColumns.some((column) => column.startsWith(paragraph)));
  return plain([...ofColumns, ...described, ofGroups.join(" ")]);
}

function moreOf({ name, unit, mean, median, standard_deviation: spread, count }: Metric): string[] {
  if (count < 2) return [];
  return [
    `The mean, or average, of ${name} is ${writeAmount(mean, unit)}.`,
    `The median of ${name} is ${writeAmount(median, unit)}.`,
    ...(spread === null ? [] : [`The standard deviation of ${name} is ${writeAmount(spread, unit)}.`]),
    `There are ${writeFigure(count, "number")} values of ${name}.`,
  ];
}

/** The same of ratios and values: the periods between first and last, what each ratio is, and the cases computed. */
export function allOfFinances(input: FinanceInput): string {
  const { ratios, sensitivity, currency } = input;
  const ofRatios = ratios.map(({ label, unit, formula, values }) => {
    const known = values.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
    const between = known
      .slice(1, -1)
      .map(({ period, value }) => `${label} was ${writeFigure(value, unit, currency)} in ${period}.`);
    return known.length > 0 ? [...between, `${label} is computed as ${formula}.`].join(" ") : "";
  });
  const planned = sensitivity?.npv[sensitivity.changes.indexOf(0)] ?? [];
  const ofRates = planned.map(
    (value, at) =>
      `At a rate of ${writeFigure(sensitivity?.rates[at] ?? 0, "fraction")} the net present value of the planned flows is ${writeFigure(value, "money", currency)}.`,
  );
  return plain([describeFinances(input), ...ofRatios, ofRates.join(" ")]);
}

function plain(paragraphs: string[]): string {
  return paragraphs.filter(Boolean).join("\n\n").replaceAll("**", "").replace(/^- /gm, "");
}
