import type { Row } from "#task-types/table-data.ts";
import { dayOrder, isPeriod, periodKey } from "#task-types/tables/periods.ts";
import { isMissing, numberIn } from "#task-types/tables/read-cell.ts";
import { columnsOf } from "#task-types/tables/write-csv.ts";

export type PreparedTable = {
  rows: readonly Row[];
  columns: string[];
  /** The column whose values are times, with the key of each row's time; null where the rows are no times. */
  periods: { column: string; keys: (string | null)[] } | null;
  warnings: string[];
};

const sumWords =
  /^(?:(?:grand|sub)[\s-]?)?totals?:?$|^sum:?$|^(?:gesamt|summe|insgesamt|gesamtsumme|zusammen)$|^(?:somme|total g[eé]n[eé]ral|totale|totaal)$/i;
/** Rows that can be lines of a report turned on its side. */
const mostTurned = 30;

/**
 * A table as it can be computed with: rows that add up others are left out, a table with times across its head is
 * turned, and the column of times is found.
 * @param wanted columns that are to be analysed, and so are no times
 */
export function prepareTable(table: readonly Row[], wanted: readonly string[]): PreparedTable {
  const warnings: string[] = [];
  const kept = withoutTotals(table, warnings);
  const rows = turned(kept, warnings) ?? kept;
  const columns = columnsOf(rows);
  const candidates = columns.filter((column) => !wanted.some((name) => sameName(name, column)));
  const column = candidates.find((name, index) => holdsTimes(rows, name, index)) ?? null;
  if (column === null) return { rows, columns, periods: null, warnings };
  const cells = rows.map((row) => row[column] ?? null);
  const { dayFirst, isGuess } = dayOrder(cells);
  if (isGuess)
    warnings.push(`Dates such as ${cells.find((cell) => !isMissing(cell))} in ${column} were read as month/day.`);
  const keys = cells.map((cell) => periodKey(cell, dayFirst));
  const without = keys.filter((key) => key === null).length;
  if (without > 0)
    warnings.push(`${count(without, "row")} without a date in ${column} ${without === 1 ? "was" : "were"} left out.`);
  return { rows, columns, periods: { column, keys }, warnings };
}

export function sameName(left: string, right: string): boolean {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, " ");
  return plain(left) === plain(right);
}

export function count(many: number, noun: string): string {
  return many === 1 ? `One ${noun}` : `${many} ${noun}s`;
}

/** A line "Total" would count everything twice. */
function withoutTotals(table: readonly Row[], warnings: string[]): readonly Row[] {
  const isTotal = (row: Row) =>
    Object.values(row).some((cell) => typeof cell === "string" && sumWords.test(cell.trim()));
  const totals = table.filter(isTotal).length;
  if (totals === 0 || totals > table.length / 2 || totals === table.length) return table;
  warnings.push(
    `${count(totals, "row")} that add${totals === 1 ? "s" : ""} up others (“Total”) ${totals === 1 ? "was" : "were"} left out.`,
  );
  return table.filter((row) => !isTotal(row));
}

/** "region, 2024, 2025" has its times across the head: each region becomes a column, each year a row. */
function turned(table: readonly Row[], warnings: string[]): Row[] | null {
  const columns = columnsOf(table);
  const times = columns.filter((column) => isPeriod(column));
  const labels = columns.filter((column) => !times.includes(column));
  const [label] = labels;
  if (times.length < 2 || labels.length !== 1 || !label || table.length > mostTurned) return null;
  const names = table.map((row) => row[label]);
  const areNamed = names.every((name) => typeof name === "string") && new Set(names).size === names.length;
  const areNumbers = times.every((time) => table.every((row) => isMissing(row[time]) || numberIn(row[time]) !== null));
  if (!areNamed || !areNumbers) return null;
  warnings.push(`The table has its periods across its head; it was turned, so that each ${label} is a column.`);
  return times.map((time) => ({
    period: time,
    ...Object.fromEntries(table.map((row) => [String(row[label]), row[time] ?? null])),
  }));
}

/** Nine in ten of its values are times. Bare numbers are years only where the column says so or comes first. */
function holdsTimes(rows: readonly Row[], column: string, index: number): boolean {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => !isMissing(cell));
  if (cells.length === 0 || cells.filter((cell) => isPeriod(cell)).length < Math.max(1, cells.length * 0.9))
    return false;
  const areBare = cells.every((cell) => typeof cell === "number");
  return !areBare || index === 0 || /year|jahr|ann[eé]e|año|anno|period|date|datum|time/i.test(column);
}
