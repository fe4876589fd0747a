export type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet would take for a formula (OWASP, "CSV injection"). */
const formula = /^[=+\-@\t\r]/;
/** A minus sign before a number is one. */
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * One cell of RFC 4180 text. Text that a spreadsheet would run gets an apostrophe before it, by which spreadsheets know
 * text.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  const harmless = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines end with CR LF, as RFC 4180 says. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
