import { stringify } from "csv-stringify/sync";
import type { Row } from "#task-types/table-data.ts";

/**
 * CSV with a header line (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function writeCsv(rows: readonly Row[], columns: readonly string[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? "")),
    { header: true, columns: [...columns], escape_formulas: true, cast: { boolean: String } },
  );
}

/** Every column that a row has, in the order in which they first come. */
export function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}
