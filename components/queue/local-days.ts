import { exactTime } from "#lib/format/time.ts";

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** The day of a moment in the reader's time zone, as date fields have it. */
export function dayOf(instant: string): string {
  if (!instant) return "";
  const at = new Date(instant);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

/** The first moment of a day in the reader's time zone. */
export function startOfDay(day: string): string {
  return day && new Date(`${day}T00:00:00`).toISOString();
}

export function endOfDay(day: string): string {
  return day && new Date(`${day}T23:59:59.999`).toISOString();
}

/** The day alone where the moment is its first or last, else with the hour. */
export function momentText(instant: string): string {
  const day = dayOf(instant);
  const whole = instant === startOfDay(day) || instant === endOfDay(day);
  return whole ? exactTime(instant).replace(/, [^,]*$/, "") : exactTime(instant);
}
