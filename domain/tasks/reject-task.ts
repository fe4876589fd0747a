import { recordAudit } from "#domain/audit/record-audit.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { recordReview, requireSeenRevision } from "#domain/tasks/decide.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type RejectTask = { reason: string; revisionSha256?: string; metadata?: JsonObject };

const askedOf = ({ reason, metadata }: RejectTask) => ({ reason, metadata });

/** Refuses the current revision, with a reason that the producer is told. */
export const rejectTask = moveVerb("reject", askedOf, async (txCtx, task, input: RejectTask) => {
  if (task.status === "awaiting_approval") requireSeenRevision(task, input.revisionSha256);
  const rejected = await moveTask(txCtx, task, "reject", {
    set: { errorMessage: input.reason, reviewedAt: new Date() },
    reason: input.reason,
    metadata: input.metadata,
  });
  await recordReview(txCtx, rejected, "rejected", input.reason);
  await recordAudit(txCtx, {
    action: "task.reject",
    targetType: "task",
    targetId: task.id,
    detail: { revision: task.revision, sha256: task.revisionSha256, reason: input.reason },
  });
});
