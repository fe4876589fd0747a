import type { TaskStatus } from "#lib/contract/status.ts";

/** What a status asks of the reader; each family has one colour and one shape. */
export type StatusFamily = "waiting" | "working" | "person" | "good" | "bad" | "stopped";

const families: Record<TaskStatus, StatusFamily> = {
  pending: "waiting",
  queued: "waiting",
  generating: "working",
  on_hold: "stopped",
  awaiting_approval: "person",
  approved: "good",
  rejected: "bad",
  published: "good",
  completed: "good",
  failed: "bad",
  cancelled: "stopped",
};

const labels: Record<TaskStatus, string> = {
  pending: "Pending",
  queued: "Queued",
  generating: "Generating",
  on_hold: "On hold",
  awaiting_approval: "Awaiting approval",
  approved: "Approved",
  rejected: "Rejected",
  published: "Published",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Cancelled",
};

export function statusFamily(status: TaskStatus): StatusFamily {
  return families[status];
}

export function statusLabel(status: TaskStatus): string {
  return labels[status];
}
