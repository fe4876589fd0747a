import { groupOfKey } from "#domain/notifications/notice-keys.ts";
import type { NotificationKind } from "#lib/contract/notification.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

type Shown = { kind: NotificationKind; onceKey: string; taskId: string | null; taskStatus: TaskStatus | null };

/** The page of the hub on which one does something about it. */
export function noticePath({ kind, onceKey, taskId, taskStatus }: Shown): string {
  if (taskId && taskStatus === "awaiting_approval") return `/review?${new URLSearchParams({ task: taskId })}`;
  if (taskId) return `/queue/${encodeURIComponent(taskId)}`;
  const group = groupOfKey(onceKey);
  const ofGroup: Record<string, string> = group ? { group } : {};
  if (kind === "failed") return `/queue?${new URLSearchParams({ status: "failed", ...ofGroup })}`;
  return group ? `/review?${new URLSearchParams(ofGroup)}` : "/review";
}
