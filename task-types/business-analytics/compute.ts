import * as z from "zod";
import type { Row } from "#task-types/table-data.ts";
import { numberIn, usesDecimalComma } from "#task-types/tables/read-cell.ts";
import { columnsOf } from "#task-types/tables/write-csv.ts";
import { measure, type Point, tidy } from "./measure.ts";
import { findPeriodColumn, periodFilter, periodKey } from "./periods.ts";
import { businessAnalytics, metricSchema } from "./schema.ts";

const { period_column, periods, rows, breakdown } = businessAnalytics.result.shape;
export const computedSchema = z.object({
  ...{ period_column, periods, rows, breakdown },
  metrics: z.array(metricSchema),
  /** What each column came to in each period, for the charts. */
  series: z.array(z.object({ name: z.string(), points: z.array(z.object({ period: z.string(), value: z.number() })) })),
  warnings: z.array(z.string()),
});
export type Computed = z.output<typeof computedSchema>;

/**
 * Totals, growth, trend and outliers of a table's columns of numbers.
 * @throws Error in words when a wanted column is not there or holds no numbers.
 */
export function compute(table: readonly Row[], wanted: readonly string[], timePeriod: string | undefined): Computed {
  const warnings: string[] = [];
  const columns = columnsOf(table);
  const periodColumn = findPeriodColumn(
    table,
    columns.filter((column) => !wanted.some((name) => sameName(name, column))),
  );
  const within = restrict(table, periodColumn, timePeriod, warnings);
  const numeric = new Map(
    columns
      .filter((column) => column !== periodColumn)
      .flatMap((column) => {
        const values = numbersOf(within, column);
        return values ? [[column, values] as const] : [];
      }),
  );
  const names = chooseMetrics(wanted, columns, numeric);
  const order = periodColumn
    ? inTime(within, periodColumn)
    : within.map((_, index) => ({ label: `${index + 1}`, rows: [index] }));
  const labels = order.map(({ label }) => label);
  const series = names.map((name) => ({ name, points: totalsBy(order, numeric.get(name) ?? []) }));
  const gaps = names.filter((name) => numeric.get(name)?.includes(null));
  if (gaps.length > 0) warnings.push(`Rows without a value were left out for ${gaps.join(", ")}.`);
  return {
    ...{ period_column: periodColumn, periods: periodColumn ? labels : [], rows: within.length },
    metrics: series.map(({ name, points }) => measure(name, points, periodColumn !== null)),
    breakdown: breakDown(within, columns, periodColumn, numeric, names),
    ...{ series, warnings },
  };
}

function restrict(
  table: readonly Row[],
  column: string | null,
  timePeriod: string | undefined,
  warnings: string[],
): readonly Row[] {
  const filter = timePeriod ? periodFilter(timePeriod) : null;
  if (!filter || !column) return table;
  const within = table.filter((row) => filter(periodKey(row[column]) ?? ""));
  if (within.length > 0) return within;
  warnings.push(`No row falls into ${timePeriod}; all rows were analysed.`);
  return table;
}

/** Null for a column that is not one of numbers: at least nine in ten of its values must be. */
function numbersOf(table: readonly Row[], column: string): (number | null)[] | null {
  const cells = table.map((row) => row[column] ?? null);
  const comma = usesDecimalComma(cells);
  const values = cells.map((cell) => numberIn(cell, comma));
  const filled = cells.filter((cell) => cell !== null && cell !== "").length;
  const known = values.filter((value) => value !== null).length;
  return known > 0 && known >= filled * 0.9 ? values : null;
}

function chooseMetrics(
  wanted: readonly string[],
  columns: readonly string[],
  numeric: ReadonlyMap<string, unknown>,
): string[] {
  const all = [...numeric.keys()];
  if (wanted.length === 0) {
    const measures = all.filter((column) => !/^(id|number|no|nr|index|year|month|zip|postcode)$/i.test(column));
    if (measures.length === 0)
      throw new Error(`no column of the data holds numbers; its columns are ${columns.join(", ")}`);
    return measures;
  }
  return wanted.map((name) => {
    const column = all.find((each) => sameName(each, name));
    if (column) return column;
    const exists = columns.find((each) => sameName(each, name));
    throw new Error(
      exists
        ? `the column ${name} does not hold numbers`
        : `there is no column ${name}; the columns are ${columns.join(", ")}`,
    );
  });
}

function inTime(table: readonly Row[], column: string): { label: string; rows: number[] }[] {
  const byKey = new Map<string, { label: string; rows: number[] }>();
  for (const [index, row] of table.entries()) {
    const key = periodKey(row[column]) ?? "";
    const entry = byKey.get(key) ?? { label: String(row[column]), rows: [] };
    entry.rows.push(index);
    byKey.set(key, entry);
  }
  return [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}

/** Several rows of one period are added up; a period without any value is left out. */
function totalsBy(order: { label: string; rows: number[] }[], values: readonly (number | null)[]): Point[] {
  return order.flatMap(({ label, rows: indices }) => {
    const known = indices.flatMap((index) => values[index] ?? []);
    return known.length > 0 ? { period: label, value: tidy(known.reduce((sum, value) => sum + value, 0)) } : [];
  });
}

/** The first column of few repeated words shares out the first metric: revenue by region. */
function breakDown(
  table: readonly Row[],
  columns: readonly string[],
  periodColumn: string | null,
  numeric: ReadonlyMap<string, (number | null)[]>,
  [metric]: string[],
): Computed["breakdown"] {
  const column = columns.find((each) => {
    if (each === periodColumn || numeric.has(each)) return false;
    const distinct = new Set(table.map((row) => row[each] ?? ""));
    return distinct.size > 1 && distinct.size <= 30 && (distinct.size < table.length || periodColumn === null);
  });
  const values = metric ? numeric.get(metric) : undefined;
  if (!column || !values || !metric) return null;
  const totals = new Map<string, number>();
  for (const [index, row] of table.entries()) {
    const name = String(row[column] ?? "—");
    totals.set(name, (totals.get(name) ?? 0) + (values[index] ?? 0));
  }
  const all = [...totals.values()].reduce((sum, value) => sum + value, 0);
  const isShared = [...totals.values()].every((value) => value >= 0) && all > 0;
  const groups = [...totals].map(([name, total]) => ({
    name,
    total: tidy(total),
    share: isShared ? tidy(total / all) : null,
  }));
  return { column, metric, groups: groups.sort((left, right) => right.total - left.total) };
}

function sameName(left: string, right: string): boolean {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, " ");
  return plain(left) === plain(right);
}
