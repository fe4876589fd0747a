import type { Cell, Row } from "#task-types/table-data.ts";

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A key that sorts by time for "2026-03", "Mar 2026", "Q1 2026", "2026", "2026-03-05" …; null for anything else. */
export function periodKey(cell: Cell | undefined): string | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 1900 && cell <= 2100 ? `${cell}` : null;
  if (typeof cell !== "string") return null;
  const text = cell.trim();
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ].*)?$/.exec(text);
  if (iso) return [iso[1], iso[2]?.padStart(2, "0"), ...(iso[3] ? [iso[3].padStart(2, "0")] : [])].join("-");
  const quarter = /^(?:(\d{4})[\s-]*Q([1-4])|Q([1-4])[\s-/]*(\d{4}))$/i.exec(text);
  if (quarter) return `${quarter[1] ?? quarter[4]}-Q${quarter[2] ?? quarter[3]}`;
  const named = /^([A-Za-z]{3,9})\.?[\s-/]+(\d{4})$/.exec(text);
  const month = monthNames.indexOf((named?.[1] ?? "").slice(0, 3).toLowerCase());
  if (named && month >= 0) return `${named[2]}-${String(month + 1).padStart(2, "0")}`;
  if (/^\d{4}$/.test(text)) return periodKey(Number(text));
  // Month names without a year keep the calendar's order.
  const bare = monthNames.indexOf(text.slice(0, 3).toLowerCase());
  return bare >= 0 && /^[A-Za-z]{3,9}\.?$/.test(text) ? `0000-${String(bare + 1).padStart(2, "0")}` : null;
}

/** The column whose every value is a time; the first of several. */
export function findPeriodColumn(rows: readonly Row[], columns: readonly string[]): string | null {
  return columns.find((column) => rows.every((row) => periodKey(row[column]) !== null)) ?? null;
}

/**
 * Whether a period lies in what was asked for: "2026", "2026-03", "Q1 2026", "H1 2026" or "first half of 2026". Null for
 * words that name no span of time that can be told from the data.
 */
export function periodFilter(wanted: string): ((key: string) => boolean) | null {
  const text = wanted.trim().toLowerCase();
  const half = /^(?:h([12])[\s-]*(\d{4})|(\d{4})[\s-]*h([12])|(first|second) half of (\d{4}))$/.exec(text);
  if (half) {
    const year = half[2] ?? half[3] ?? half[6];
    const second = (half[1] ?? half[4]) === "2" || half[5] === "second";
    return (key) => key.startsWith(`${year}-`) && isSecondHalf(key) === second;
  }
  const key = periodKey(wanted);
  if (!key || key.startsWith("0000")) return null;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (!quarter) return (each) => each === key || each.startsWith(`${key}-`);
  return (each) => each === key || (each.startsWith(`${quarter[1]}-`) && quarterOf(each) === Number(quarter[2]));
}

function quarterOf(key: string): number {
  const direct = /-Q([1-4])$/.exec(key)?.[1];
  return direct ? Number(direct) : Math.ceil(Number(key.slice(5, 7)) / 3);
}

function isSecondHalf(key: string): boolean {
  return quarterOf(key) > 2;
}
