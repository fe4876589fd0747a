/** The canonical life of a task (CONTRACT.md section 1); what profiles show is derived from it. */
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

/** Statuses in which no more work happens unless somebody asks for it. */
export const settledStatuses = ["approved", "rejected", "published", "completed", "failed", "cancelled"] as const;

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const approvalStatuses = ["pending_human_review", "approved", "rejected"] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];
