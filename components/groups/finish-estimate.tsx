"use client";
import type { TaskGroup } from "#lib/contract/group.ts";
import { duration } from "#lib/format/time.ts";
import { useNow } from "../ui/time.tsx";

/** Statuses in which the machines have yet to finish. */
const unmade = ["pending", "queued", "generating"] as const;

/** When the machines will be through, at the pace since the group's first task; nothing before there is a pace. */
export function FinishEstimate({ group }: { group: TaskGroup }) {
  const now = useNow();
  const left = unmade.reduce((sum, status) => sum + (group.counts[status] ?? 0), 0);
  const held = group.counts.on_hold ?? 0;
  const made = group.total - left - held;
  if (left === 0 || made === 0) return null;
  const seconds = (now - Date.parse(group.first_activity)) / 1000;
  return <span suppressHydrationWarning>made in about {duration(Math.max(1, (seconds / made) * left))}</span>;
}
