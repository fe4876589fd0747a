import { months } from "./pools.ts";

export type DateSpan = { start: number; end: number };

type Part = { text: string; start: number; other: string };

/** "17 November 1869", "July 2000", "3. Mai", "November 17, 1869": days of months and months of years. */
export function findDates(text: string, code: string): DateSpan[] {
  return [...text.matchAll(pattern(code))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * Dates that could stand in place of one. Day, month and year each come twice with the right date and its rivals, so that
 * none of them tells which date is right.
 */
export function otherDates(date: string, code: string): string[] {
  const parts = partsOf(date, code);
  const changes =
    parts.length > 2
      ? [
          [1, 2],
          [0, 2],
          [0, 1],
        ]
      : [[1], [0], [0, 1]];
  return changes.map((indices) => {
    let text = date;
    // From the end, so that what comes before keeps its place.
    for (const { text: old, start, other } of indices
      .toSorted((a, b) => b - a)
      .flatMap((index) => parts[index] ?? [])) {
      text = text.slice(0, start) + other + text.slice(start + old.length);
    }
    return text;
  });
}

function partsOf(date: string, code: string): Part[] {
  const names = months[code] ?? [];
  return [...date.matchAll(/\d+|\p{L}{3,}/gu)].flatMap(({ 0: text, index: start }): Part[] => {
    if (/^\d{4}$/.test(text)) return [{ text, start, other: String(otherYear(Number(text))) }];
    if (/^\d+$/.test(text)) return [{ text, start, other: String(otherDay(Number(text))) }];
    const at = names.findIndex((name) => name.toLowerCase() === text.toLowerCase());
    return at < 0 ? [] : [{ text, start, other: names[(at + 5) % 12] ?? text }];
  });
}

function otherDay(day: number): number {
  return day > 14 ? day - 9 : day + 9;
}

function otherYear(year: number): number {
  return year % 2 === 0
    ? year - 3
    : Math.min(year + 2, Math.max(year, new Date().getFullYear())) - (year >= new Date().getFullYear() - 1 ? 4 : 0);
}

function pattern(code: string): RegExp {
  const name = (months[code] ?? months.en ?? []).join("|");
  const dayFirst = `\\d{1,2}(?:\\.|st|nd|rd|th|er)?\\s(?:de\\s|of\\s)?(?:${name})(?:,?\\s(?:de\\s|del\\s)?\\d{4})?`;
  const monthFirst = `(?:${name})\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d|[:.]\\d)(?:,\\s\\d{4})?`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${dayFirst}|${monthFirst}|(?:${name})\\s(?:de\\s|del\\s)?\\d{4})(?![\\p{L}\\p{N}])`,
    "gu",
  );
}
