/** The canonical life of a task; what profiles show is derived from it. */
export const taskStatuses = [
  "pending",
  "queued",
  "generating",
  "on_hold",
  "awaiting_approval",
  "approved",
  "rejected",
  "published",
  "completed",
  "failed",
  "cancelled",
] as const;

export type TaskStatus = (typeof taskStatuses)[number];

/** Statuses of tasks that came to a result, whatever people think of it. */
export const madeStatuses: readonly TaskStatus[] = [
  "completed",
  "awaiting_approval",
  "approved",
  "published",
  "rejected",
];

/** Those whose result anyone may have: it waits for nobody, and nobody refused it. */
export const releasedStatuses: readonly TaskStatus[] = ["completed", "approved", "published"];

export function isApproved(status: TaskStatus): boolean {
  return status === "approved" || status === "published";
}

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const approvalStatuses = ["pending_human_review", "approved", "rejected"] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];
