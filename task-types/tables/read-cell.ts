import type { Cell } from "#task-types/table-data.ts";

/** What people write where they have no value; spreadsheets' faults too. */
const missing =
  /^(?:[-–—.…?*]+|n\s?[/.]?\s?[avd]\.?|nil|null|none|nan|k\.\s?a\.?|tbd|#(?:n\/a|div\/0!|ref!|value!|null!|num!|name\?))$/i;

const symbols = "[$€£¥₹₽₩₺]|[A-Z]{1,2}\\$|kr\\.?|Fr\\.?|zł|Kč";
const written = new RegExp(
  `^([-−–+]?)\\s?(${symbols}|[A-Z]{3})?\\s?([-−–+]?)\\s?(\\d[\\d.,\\s'’]*?)\\s?(k|m|mn|mio\\.?|million|b|bn|mrd\\.?|billion)?\\s?(${symbols}|[A-Z]{3}|%)?([-−]?)$`,
  "i",
);
const scales: [RegExp, number][] = [
  [/^k$/i, 1e3],
  [/^m/i, 1e6],
  [/^b|^mrd/i, 1e9],
];

/**
 * What a text cell holds. Numbers with leading zeros or more digits than a number keeps (phone, account) stay text.
 * @param decimalComma whether "1.234" is one thousand and more here, and so is left as it is written
 */
export function readCell(text: string, decimalComma = false): Cell {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  if (decimalComma && trimmed.includes(".")) return trimmed;
  const digits = trimmed.replace(/\D/g, "").length;
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) && digits <= 15) return Number(trimmed);
  return trimmed;
}

/** Whether a cell says that it has no value: "", "N/A", "–". */
export function isMissing(cell: Cell | undefined): boolean {
  return (
    cell === null || cell === undefined || (typeof cell === "string" && (!cell.trim() || missing.test(cell.trim())))
  );
}

/** Whether the cells of a column write their decimals with a comma: "1.234,56". */
export function usesDecimalComma(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => typeof cell === "string").map((cell) => cell.trim());
  if (texts.some((text) => /^\D{0,5}(?:\d+(?:[.\s]\d{3})*,\d{1,2}|0,\d+)\D{0,5}$/.test(text))) return true;
  const filled = texts.filter((text) => !isMissing(text));
  return filled.length > 0 && filled.every((text) => /^\D{0,5}\d{1,3}(\.\d{3})+\D{0,5}$/.test(text));
}

/** A cell as a number, with currency signs, separators and per cent signs passed over; null when it is none. */
export function numberIn(cell: Cell | undefined, decimalComma = false): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  const text = cell.replace(/[\u00a0\u202f]/g, " ").trim();
  const inner = /^\((.*)\)$/.exec(text)?.[1]?.trim();
  const [, before = "", sign = "", inside = "", digits = "", scale = "", unit = "", after = ""] =
    written.exec(inner ?? text) ?? [];
  if (!digits) return null;
  const [group, point] = decimalComma ? [".", ","] : [",", "."];
  const plain = digits
    .replace(/[\s'’]/g, "")
    .replaceAll(group, "")
    .replace(point, ".");
  if (!/^\d+(\.\d+)?$/.test(plain) || !isGrouped(digits, group, point)) return null;
  // "5 m" may be five metres; beside a currency it is millions.
  const factor = scale ? (sign || unit || /^k$/i.test(scale) ? scaleOf(scale) : null) : 1;
  if (factor === null) return null;
  const isNegative = inner !== undefined || [before, inside, after].some((mark) => /[-−–]/.test(mark));
  const value = Number((Number(plain) * factor).toPrecision(15));
  return isNegative ? -value : value;
}

/** The sign of a currency or "%" that a cell carries; null for a bare number. */
export function unitOf(cell: Cell | undefined): string | null {
  if (typeof cell !== "string" || numberIn(cell) === null) return null;
  return /%|[$€£¥₹₽₩₺]|[A-Z]{3}|kr|Fr|zł|Kč/.exec(cell)?.[0] ?? null;
}

function scaleOf(scale: string): number {
  return scales.find(([pattern]) => pattern.test(scale))?.[1] ?? 1;
}

/** "1,23,4" and "3.4.2026" are no numbers. */
function isGrouped(digits: string, group: string, point: string): boolean {
  const [whole = "", ...rest] = digits.trim().split(point);
  if (rest.length > 1) return false;
  const parts = whole.split(new RegExp(`[\\${group}\\s'’]`));
  return parts.length === 1 || parts.slice(1).every((part) => part.length === 3 || part.length === 2);
}
