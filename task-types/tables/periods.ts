import type { Cell } from "#task-types/table-data.ts";

/** Names of months in English, German, French, Spanish and Italian, without accents. */
const months = [
  "january jan januar janner janvier janv enero ene gennaio gen",
  "february feb februar fevrier fevr febrero febbraio",
  "march mar marz mars marzo mrz",
  "april apr avril avr abril abr aprile",
  "may mai mayo maggio mag",
  "june jun juni juin junio giugno giu",
  "july jul juli juillet juil julio luglio lug",
  "august aug aout agosto ago",
  "september sep sept septembre septiembre settembre set",
  "october oct oktober okt octobre octubre ottobre ott",
  "november nov novembre noviembre",
  "december dec dezember dez decembre diciembre dic dicembre",
].map((names) => new Set(names.split(" ")));

/**
 * A key that sorts by time for "2026-03", "Mar 2026", "Q1 2026", "2026", "5.3.2026", "March 5, 2026" …; null for anything
 * else. Periods without a year ("Week 3", "Q2", "May") keep the calendar's order under the year 0000.
 * @param dayFirst how "3/4/2026" is meant; dates with full stops always begin with the day
 */
export function periodKey(cell: Cell | undefined, dayFirst = false): string | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 1900 && cell <= 2100 ? `${cell}` : null;
  if (typeof cell !== "string" || cell.length > 40) return null;
  const text = cell.trim();
  return readNumeric(text, dayFirst) ?? readNamed(text) ?? readPart(text);
}

export function isPeriod(cell: Cell | undefined): boolean {
  return periodKey(cell) !== null || periodKey(cell, true) !== null;
}

/**
 * Whether the dates of a column begin with the day. A month above 12 tells; where none does, full stops mean the day and
 * slashes the month, which `isGuess` says.
 */
export function dayOrder(cells: readonly Cell[]): { dayFirst: boolean; isGuess: boolean } {
  const pairs = cells.flatMap((cell) => {
    const match = typeof cell === "string" ? /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(cell) : null;
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  return { dayFirst, isGuess: pairs.length > 0 && !dayFirst && !monthFirst };
}

function readNumeric(text: string, dayFirst: boolean): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/.exec(text);
  if (iso) return keyOf(iso[1], iso[2], iso[3]);
  const date = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ]\d{1,2}:.*)?$/.exec(text);
  if (date) {
    const [, left, mark, right, year] = date;
    const [day, month] = mark === "." || dayFirst ? [left, right] : [right, left];
    return keyOf(fullYear(year), month, day);
  }
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (month) return keyOf(month[2], month[1]);
  const packed = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (packed) return keyOf(packed[1], packed[2], packed[3]);
  return /^\d{4}$/.test(text) ? periodKey(Number(text)) : null;
}

function readNamed(text: string): string | null {
  const named = /^(\p{L}{3,10})\.?[\s/-]+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?['’]?(\d{4}|\d{2})$/u.exec(text);
  if (named) return keyOf(fullYear(named[3]), monthOf(named[1]), named[2]);
  const dayFirst =
    /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})$/u.exec(text);
  if (dayFirst) return keyOf(fullYear(dayFirst[3]), monthOf(dayFirst[2]), dayFirst[1]);
  const bare = /^(\p{L}{3,10})\.?$/u.exec(text)?.[1];
  return bare ? keyOf("0000", monthOf(bare)) : null;
}

/** Quarters, halves, weeks and financial years. */
function readPart(text: string): string | null {
  const quarter = /^(?:(\d{4})[\s-]*([QH])([1-4])|([QH])([1-4])(?:[\s/-]*(\d{4}))?)$/i.exec(text);
  if (quarter)
    return `${quarter[1] ?? quarter[6] ?? "0000"}-${(quarter[2] ?? quarter[4])?.toUpperCase()}${quarter[3] ?? quarter[5]}`;
  const week = /^(?:(\d{4})[\s-]*(?:W|KW|week)\s?(\d{1,2})|(?:W|KW|week|woche)\s?(\d{1,2})(?:[\s,/-]*(\d{4}))?)$/i.exec(
    text,
  );
  if (week) return `${week[1] ?? week[4] ?? "0000"}-W${(week[2] ?? week[3])?.padStart(2, "0")}`;
  const year = /^(?:FY|GJ)\s?(\d{4}|\d{2})$|^(\d{4})[/–-]\d{2}$/i.exec(text);
  if (year) return fullYear(year[1] ?? year[2]);
  const counted = /^(?:day|month|period|tag|monat|periode|mois|mes)\s?(\d{1,3})$/i.exec(text)?.[1];
  return counted ? `0000-${counted.padStart(4, "0")}` : null;
}

function keyOf(year: string | undefined, month: string | undefined, day?: string): string | null {
  const [m, d] = [Number(month), Number(day ?? 1)];
  if (!year || !(m >= 1 && m <= 12) || !(d >= 1 && d <= 31)) return null;
  return [year, String(m).padStart(2, "0"), ...(day ? [String(d).padStart(2, "0")] : [])].join("-");
}

function monthOf(name = ""): string | undefined {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = months.findIndex((names) => names.has(plain));
  return index < 0 ? undefined : String(index + 1);
}

function fullYear(year = ""): string {
  return year.length === 2 ? `20${year}` : year;
}
