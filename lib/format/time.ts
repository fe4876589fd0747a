const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const hourAndMinute = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** "3 Feb 2026, 14:05", in the reader's own time zone. */
export function exactTime(instant: string): string {
  return exact.format(new Date(instant));
}

/** "14:05", in the reader's own time zone; with its day when that is not today. */
export function clockTime(instant: string, now: number): string {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date(now).toDateString();
  return isToday ? hourAndMinute.format(date) : exact.format(date);
}

/** "12 s ago", "3 h ago", "in 2 d", "4 Feb"; days and dates once hours say too little. */
export function relativeTime(instant: string, now: number): string {
  const difference = now - Date.parse(instant);
  const seconds = Math.round(Math.abs(difference) / 1000);
  if (seconds < 5) return "just now";
  const span = shortSpan(seconds);
  if (span === null) {
    const date = new Date(instant);
    return (date.getFullYear() === new Date(now).getFullYear() ? dayAndMonth : dayMonthYear).format(date);
  }
  return difference >= 0 ? `${span} ago` : `in ${span}`;
}

function shortSpan(seconds: number): string | null {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3570) return `${Math.round(seconds / 60)} min`;
  if (seconds < 84_600) return `${Math.round(seconds / 3600)} h`;
  return seconds < 14 * 86_400 ? `${Math.round(seconds / 86_400)} d` : null;
}

/** "30 Nov 2025" of a day of the calendar, "2025-11-30". */
export function calendarDay(day: string): string {
  return dayMonthYear.format(new Date(`${day}T00:00:00`));
}

/** A length of time: "12 ms", "0.8 s", "12 s", "3 min 5 s", "3 h 10 min". */
export function duration(seconds: number): string {
  if (seconds < 0.1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    const rest = whole % 60;
    return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
  }
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${Math.floor(minutes / 60)} h`;
  }
  return `${Math.round(minutes / 1440)} d`;
}

/** A running clock: "0:12", "14:03", "1:02:09". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** A day of the reader's calendar, "2026-01-31", as the instant by which something is wanted: six in the evening. */
export function endOfWork(day: string): string {
  return new Date(`${day}T18:00:00`).toISOString();
}
