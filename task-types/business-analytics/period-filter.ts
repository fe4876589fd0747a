import { periodKey } from "#task-types/tables/periods.ts";

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
