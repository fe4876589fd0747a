import { randomUUID } from "node:crypto";

/**
 * Keys under which a thing is told once. Those of notices about several tasks end with the source group, or with nothing
 * for tasks of no group: a hundred failures of one batch are one notice that counts.
 */
export const noticeKeys = {
  /** To be assigned again is news again. */
  assigned: (taskUid: string) => `assigned:${taskUid}:${randomUUID()}`,
  mentioned: (commentId: string) => `mentioned:${commentId}`,
  /** One for each due date, once before it and once after. @param group null for a task of none */
  due: (due: { when: "soon" | "late"; at: Date; isOwn: boolean; group: string | null; taskUid: string }) => {
    const [kind, last] = due.group === null ? ["due-task", due.taskUid] : ["due", due.group];
    return [kind, due.when, due.at.getTime(), due.isOwn ? "own" : "open", last].join(":");
  },
  /** @param hour such as `2026-11-22T02` */
  failed: (hour: string, group: string | null) => `failed:${hour}:${group ?? ""}`,
};

/** The group that a notice about several tasks is about; null for tasks of none. */
export function groupOfKey(onceKey: string): string | null {
  const [kind, ...rest] = onceKey.split(":");
  const before = kind === "due" ? 3 : 1;
  return rest.slice(before).join(":") || null;
}
