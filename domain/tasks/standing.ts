import type { TaskRow } from "#db/schema/tasks.ts";
import type { JsonObject } from "#lib/contract/json.ts";

const kept = [
  "fromPhase",
  "feedback",
  "blocks",
  "modelUsed",
  "qualityScore",
  "degraded",
  "degradedReasons",
  "warnings",
] as const;
const times = ["startedAt", "finishedAt"] as const;

type Standing = Pick<TaskRow, (typeof kept)[number] | (typeof times)[number]>;

/** What a new round overwrites of a task, as its event keeps it: a round that is taken back gives it back. */
export function standingOf(task: TaskRow): JsonObject {
  const plain = Object.fromEntries(kept.map((name) => [name, task[name]]));
  return { ...plain, ...Object.fromEntries(times.map((name) => [name, task[name]?.toISOString() ?? null])) };
}

/** Reads it again from the event that began the round; empty where that kept none. */
export function readStanding(metadata: JsonObject | null): Partial<Standing> {
  const before = metadata?.before;
  if (typeof before !== "object" || before === null || Array.isArray(before)) return {};
  const dates = times.map((name) => [name, typeof before[name] === "string" ? new Date(before[name]) : null]);
  // standingOf alone writes it, from a row's own columns.
  return { ...before, ...Object.fromEntries(dates) } as Partial<Standing>;
}
