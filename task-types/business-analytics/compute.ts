import * as z from "zod";
import type { Cell, Row } from "#task-types/table-data.ts";
import { isMissing, numberIn, usesDecimalComma } from "#task-types/tables/read-cell.ts";
import { breakDown } from "./break-down.ts";
import { aggregateOf, type NumericColumn, onlyNames, unitIn } from "./column-kinds.ts";
import { measure, type Point, tidy } from "./measure.ts";
import { periodFilter } from "./period-filter.ts";
import { count, type PreparedTable, prepareTable, sameName } from "./prepare-table.ts";
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

type Step = { label: string; rows: number[] };

/**
 * Totals, growth, trend and outliers of a table's columns of numbers.
 * @throws Error in words when a wanted column is not there or holds no numbers.
 */
export function compute(given: readonly Row[], wanted: readonly string[], timePeriod: string | undefined): Computed {
  const prepared = prepareTable(given, wanted);
  const { columns, warnings } = prepared;
  const { rows: table, keys } = restrict(prepared, timePeriod);
  const periodColumn = prepared.periods?.column ?? null;
  const numeric = new Map(
    columns
      .filter((column) => column !== periodColumn)
      .flatMap((column) => {
        const values = numbersOf(column, table, warnings);
        return values ? [[column, values] as const] : [];
      }),
  );
  const names = chooseMetrics(wanted, columns, numeric);
  const order = keys ? inTime(table, keys, periodColumn ?? "") : labelled(table, columns, numeric);
  const series = names.map((name) => ({ name, points: valuesBy(order, numeric.get(name)) }));
  for (const name of names) {
    const empty = numeric.get(name)?.values.filter((value) => value === null).length ?? 0;
    if (empty > 0)
      warnings.push(`${count(empty, "row")} without a value ${empty === 1 ? "was" : "were"} left out for ${name}.`);
  }
  return {
    ...{ period_column: periodColumn, periods: keys ? order.map(({ label }) => label) : [], rows: table.length },
    metrics: series.map(({ name, points }) => {
      const { unit = null, aggregate = "sum" as const } = numeric.get(name) ?? {};
      return measure(name, points, keys !== null, { unit, aggregate });
    }),
    breakdown: breakDown(table, columns, periodColumn, numeric, names),
    ...{ series, warnings },
  };
}

/** The rows that have a time, within the period that was asked for where it can be told. */
function restrict({ rows: table, periods: times, warnings }: PreparedTable, timePeriod: string | undefined) {
  if (!times) return { rows: table, keys: null };
  const dated = [...times.keys.keys()].filter((index) => times.keys[index] !== null);
  const filter = timePeriod ? periodFilter(timePeriod) : null;
  const within = filter ? dated.filter((index) => filter(times.keys[index] ?? "")) : dated;
  if (within.length === 0) warnings.push(`No row falls into ${timePeriod}; all rows were analysed.`);
  const kept = within.length > 0 ? within : dated;
  return { rows: kept.map((index) => table[index] ?? {}), keys: kept.map((index) => times.keys[index] ?? "") };
}

/** Null for a column that is not one of numbers: at least nine in ten of its values must be. */
function numbersOf(column: string, table: readonly Row[], warnings: string[]): NumericColumn | null {
  const cells = table.map((row) => row[column] ?? null);
  const comma = usesDecimalComma(cells);
  const values = cells.map((cell) => numberIn(cell, comma));
  const filled = cells.filter((cell) => !isMissing(cell)).length;
  const known = values.filter((value) => value !== null).length;
  if (known === 0 || known < filled * 0.9) {
    if (known >= filled * 0.6 && known > 2)
      warnings.push(`The column ${column} was left out: ${othersIn(cells, values)}.`);
    return null;
  }
  if (known < filled) warnings.push(`In the column ${column}, ${othersIn(cells, values)}.`);
  return { values, unit: unitIn(column, cells), aggregate: aggregateOf(column, cells) };
}

/** "3 of 20 values are no numbers (“see mail”)" */
function othersIn(cells: readonly Cell[], values: readonly (number | null)[]): string {
  const others = cells.filter((cell, index) => values[index] === null && !isMissing(cell));
  const filled = cells.filter((cell) => !isMissing(cell)).length;
  return `${others.length} of ${filled} values ${others.length === 1 ? "is no number" : "are no numbers"} (“${String(others[0]).slice(0, 40)}”)`;
}

function chooseMetrics(
  wanted: readonly string[],
  columns: readonly string[],
  numeric: ReadonlyMap<string, unknown>,
): string[] {
  const all = [...numeric.keys()];
  if (wanted.length === 0) {
    const measures = all.filter((column) => !onlyNames(column));
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

function inTime(table: readonly Row[], keys: readonly string[], column: string): Step[] {
  const byKey = new Map<string, Step>();
  for (const [index, key] of keys.entries()) {
    const entry = byKey.get(key) ?? { label: labelOf(String(table[index]?.[column]), key), rows: [] };
    entry.rows.push(index);
    byKey.set(key, entry);
  }
  return [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}

/** As the table writes it, but for days, which 3/4/2026 leaves open. */
function labelOf(text: string, key: string): string {
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(text) || /^\d{8}$/.test(text) ? key : text;
}

/** Rows that are no times go by the first column that names each of them, else by their number. */
function labelled(table: readonly Row[], columns: readonly string[], numeric: ReadonlyMap<string, unknown>): Step[] {
  const column = columns.find(
    (each) => !numeric.has(each) && new Set(table.map((row) => row[each] ?? "")).size === table.length,
  );
  return table.map((row, index) => ({ label: column ? String(row[column]) : `row ${index + 1}`, rows: [index] }));
}

/** Several rows of one period are added up, or averaged; a period without any value is left out. */
function valuesBy(order: readonly Step[], column: NumericColumn | undefined): Point[] {
  return order.flatMap(({ label, rows: indices }) => {
    const known = indices.flatMap((index) => column?.values[index] ?? []);
    const sum = known.reduce((total, value) => total + value, 0);
    if (known.length === 0) return [];
    return { period: label, value: tidy(column?.aggregate === "mean" ? sum / known.length : sum) };
  });
}
