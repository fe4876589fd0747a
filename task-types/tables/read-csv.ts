import { parse } from "csv-parse/sync";
import type { Row } from "#task-types/table-data.ts";
import { requireBoundedTable } from "./bounded-table.ts";
import { isPeriod } from "./periods.ts";
import { numberIn, readCell } from "./read-cell.ts";

export type CsvReading = { rows: Row[]; notes: string[] };

/** Lines above a header that are passed over: a title, a date of export. */
const mostPreamble = 10;
const marks = [",", ";", "\t", "|"];

/**
 * The rows of a CSV text (RFC 4180) with a header line; commas, semicolons, tabs and bars divide columns. Lines above
 * the header are passed over, a table of Markdown is read too, and columns of a text without a header are numbered.
 * @throws Error in words for a caller when it is no table.
 */
export function readCsvTable(given: string): CsvReading {
  const text = withoutMarkdown(given.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, ""));
  let records: string[][];
  try {
    records = parse(text, {
      ...{ delimiter: findDelimiter(text), bom: true, relax_quotes: true, relax_column_count: true },
      ...{ skip_empty_lines: true, trim: true },
    });
  } catch (error) {
    throw new Error(`it cannot be read as CSV: ${error instanceof Error ? error.message : "unknown fault"}`);
  }
  const skipped = preambleOf(records);
  const lines = records.slice(skipped);
  const [header] = lines;
  if (!header) throw new Error("it holds no header line");
  const notes =
    skipped > 0
      ? [
          `${skipped === 1 ? "the line above its header was" : `the ${skipped} lines above its header were`} passed over`,
        ]
      : [];
  const named = !isData(header);
  if (!named) notes.push(`it has no header line; its columns are called column_1 to column_${header.length}`);
  const columns = uniqueColumns(named ? header : header.map(() => ""));
  const body = named ? lines.slice(1) : lines;
  requireBoundedTable(body.length, columns.length);
  const comma = body.some((cells) => cells.some((cell) => /^\D{0,5}\d{1,3}(\.\d{3})*,\d{1,2}\D{0,5}$/.test(cell)));
  const rows = body
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) =>
      toRow(
        columns,
        cells.map((cell) => readCell(cell, comma)),
      ),
    );
  return { rows, notes };
}

/** @throws Error in words for a caller when it is no table. */
export function readCsv(text: string): Row[] {
  return readCsvTable(text).rows;
}

export function toRow(columns: readonly string[], cells: readonly Row[string][]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]));
}

/** Columns without a name get one; a name that comes twice is numbered. */
export function uniqueColumns(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name, index) => {
    const column = name.replace(/\s+/g, " ").trim().slice(0, 180) || `column_${index + 1}`;
    const count = (seen.get(column) ?? 0) + 1;
    seen.set(column, count);
    return count === 1 ? column : `${column} ${count}`;
  });
}

/** How many lines of one filled cell stand above a table of several columns. */
function preambleOf(records: readonly string[][]): number {
  const filled = records.map((cells) => cells.filter((cell) => cell !== "").length);
  const first = filled.findIndex((count) => count > 1);
  return first > 0 && first <= mostPreamble ? first : 0;
}

/** Whether a first line holds values, and no names of columns. */
function isData(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const hasValue = filled.some((cell) => numberIn(cell) !== null && !/^(19|20)\d\d$/.test(cell));
  return hasValue && filled.every((cell) => numberIn(cell) !== null || isPeriod(cell));
}

/** The mark that divides most lines alike. */
export function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .slice(0, 20);
  const scored = marks.map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
    const usual = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    return { mark, usual, total: counts.length };
  });
  return scored.sort((left, right) => right.usual - left.usual || right.total - left.total)[0]?.mark ?? ",";
}

/** "| a | b |" as "a | b", without the line of dashes. */
function withoutMarkdown(text: string): string {
  if (!/^\s*\|.*\|\s*\r?\n\s*\|?[\s:|-]+\|\s*\r?\n/.test(text)) return text;
  return text
    .split(/\r?\n/)
    .filter((line) => /^\s*\|.*\|\s*$/.test(line) && !/^[\s:|-]+$/.test(line))
    .map((line) => line.trim().slice(1, -1))
    .join("\n");
}
