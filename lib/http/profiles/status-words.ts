import type { Profile } from "#lib/contract/access.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";

/** How each profile words each canonical status. */
export const statusWords: Record<Profile, Record<TaskStatus, string>> = {
  unified: {
    pending: "pending",
    queued: "pending",
    on_hold: "pending",
    generating: "generating",
    awaiting_approval: "awaiting_approval",
    approved: "approved",
    published: "published",
    completed: "completed",
    rejected: "rejected",
    failed: "failed",
    cancelled: "cancelled",
  },
  course: {
    pending: "PENDING",
    queued: "QUEUED",
    on_hold: "QUEUED",
    generating: "PROCESSING",
    awaiting_approval: "PROCESSING",
    approved: "COMPLETED",
    published: "COMPLETED",
    completed: "COMPLETED",
    rejected: "FAILED",
    failed: "FAILED",
    cancelled: "CANCELLED",
  },
  inference: {
    pending: "pending",
    queued: "pending",
    on_hold: "pending",
    generating: "running",
    awaiting_approval: "running",
    approved: "completed",
    published: "completed",
    completed: "completed",
    rejected: "failed",
    failed: "failed",
    cancelled: "cancelled",
  },
  concepts: {
    pending: "pending",
    queued: "pending",
    on_hold: "pending",
    generating: "processing",
    awaiting_approval: "processing",
    approved: "completed",
    published: "completed",
    completed: "completed",
    rejected: "failed",
    failed: "failed",
    cancelled: "failed",
  },
};

/** Other spellings that clients use. */
const synonyms: Record<string, TaskStatus> = { in_progress: "generating", canceled: "cancelled" };

/**
 * The canonical statuses that a word selects: read in the caller's own profile first, then as a canonical word, then in
 * the other profiles, in any case. Null for an unknown word.
 */
export function readStatusWord(word: string, profile: Profile): TaskStatus[] | null {
  const wanted = word.toLowerCase();
  const inProfile = (words: Record<TaskStatus, string>) =>
    taskStatuses.filter((status) => words[status].toLowerCase() === wanted);
  const own = inProfile(statusWords[profile]);
  if (own.length > 0) return own;
  const canonical = taskStatuses.find((status) => status === wanted) ?? synonyms[wanted];
  if (canonical) return [canonical];
  const others = Object.values(statusWords).flatMap(inProfile);
  return others.length > 0 ? [...new Set(others)] : null;
}

/** Every word that a filter may use, the profile's own first. */
export function knownStatusWords(profile: Profile): string[] {
  return [...new Set([...Object.values(statusWords[profile]), ...taskStatuses])];
}
