export type SnoozeTime = { label: string; at: Date };

/** The usual times in the reader's own day; those that are past, or nearly, are left out. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, 0, 0, 0);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const evening = at(0, 18);
  return [
    { label: "In an hour", at: new Date(now.getTime() + 3_600_000) },
    ...(evening.getTime() - now.getTime() > 3_600_000 ? [{ label: "This evening", at: evening }] : []),
    { label: "Tomorrow morning", at: at(1, 9) },
    ...(toMonday > 1 ? [{ label: "Next Monday", at: at(toMonday, 9) }] : []),
  ];
}
