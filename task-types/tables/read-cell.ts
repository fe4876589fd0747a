import type { Cell } from "#task-types/table-data.ts";

/** What a text cell holds. Numbers with leading zeros or more digits than a number keeps (phone, account) stay text. */
export function readCell(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  const digits = trimmed.replace(/\D/g, "").length;
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) && digits <= 15) return Number(trimmed);
  return trimmed;
}

/** Whether the cells of a column write their decimals with a comma: "1.234,56". */
export function usesDecimalComma(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell) => typeof cell === "string" && /^\D{0,3}-?\d{1,3}(\.\d{3})*,\d{1,2}\D{0,4}$/.test(cell.trim()),
  );
}

/** A cell as a number, with currency signs, separators and per cent signs passed over; null when it is none. */
export function numberIn(cell: Cell | undefined, decimalComma = false): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return null;
  const bare = cell
    .trim()
    .replace(/^(?:[A-Z]{3}|[$€£¥₹])\s?|\s?(?:[A-Z]{3}|[$€£¥₹]|kr\.?|%)$/g, "")
    .trim();
  const negative = /^\(.*\)$/.test(bare) || /^[-−]/.test(bare);
  const digits = bare.replace(/^\(|\)$|^[-−+]|[\s'’]/g, "");
  const plain = decimalComma ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  return negative ? -Number(plain) : Number(plain);
}
