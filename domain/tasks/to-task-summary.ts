import type { ApprovalProgress } from "#db/queries/approvals.ts";
import type { TaskWithContent } from "#db/queries/task-pages.ts";
import type { Approvals } from "#lib/contract/approval.ts";
import { type ApprovalStatus, isApproved, priorities, type TaskStatus } from "#lib/contract/status.ts";
import type { TaskSummary } from "#lib/contract/task.ts";

/** What the domain shows of a row; worker leases, hashes of requests and the like stay inside. */
export function toTaskSummary(row: TaskWithContent): TaskSummary {
  const { leaseId: _, jobId: __, requestSha256: ___, ...shown } = row;
  return {
    ...shown,
    priority: priorities[row.priority] ?? "normal",
    approvals: row.approvals && toApprovals(row.approvals),
    approvalStatus: row.requiresApproval ? approvalStatusOf(row.status) : null,
  };
}

export function toApprovals({ needed, given }: ApprovalProgress): Approvals {
  return { needed, given: given.map(({ user_id: userId, name, at }) => ({ userId, name, at: new Date(at) })) };
}

/** Null where no approval is asked, and while there is nothing to approve. */
function approvalStatusOf(status: TaskStatus): ApprovalStatus | null {
  if (status === "awaiting_approval") return "pending_human_review";
  if (isApproved(status)) return "approved";
  if (status === "rejected") return "rejected";
  return null;
}
