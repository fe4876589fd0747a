import { parse } from "csv-parse/sync";
import type { Row } from "#task-types/table-data.ts";
import { readCell } from "./read-cell.ts";

/**
 * The rows of a CSV text (RFC 4180) with a header line; commas, semicolons, tabs and bars divide columns.
 * @throws Error in words for a caller when it is no table.
 */
export function readCsv(text: string): Row[] {
  const delimiter = findDelimiter(text);
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new Error(`it cannot be read as CSV: ${error instanceof Error ? error.message : "unknown fault"}`);
  }
  const [header, ...lines] = records;
  if (!header) throw new Error("it holds no header line");
  const columns = uniqueColumns(header);
  return lines.map((cells) => toRow(columns, cells.map(readCell)));
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

/** The mark that comes most often in the first line, outside of quotation marks. */
function findDelimiter(text: string): string {
  const first = (text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t", "|"].map((mark) => ({ mark, count: first.split(mark).length - 1 }));
  return counted.sort((left, right) => right.count - left.count)[0]?.mark ?? ",";
}
