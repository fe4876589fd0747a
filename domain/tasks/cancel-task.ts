import { recordAudit } from "#domain/audit/record-audit.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { tryMoveTask } from "#domain/tasks/move-task.ts";
import { HubError } from "#lib/errors.ts";

const asGiven = (input: { reason?: string } = {}) => input;

/**
 * Ends a task for good; a worker that runs it loses its lease and stops within seconds.
 * @throws HubError TASK_NOT_CANCELLABLE once it is finished.
 */
export const cancelTask = moveVerb("cancel", asGiven, async (txCtx, task, input: { reason?: string } = {}) => {
  const cancelled = await tryMoveTask(txCtx, task, "cancel", {
    set: { cancelledAt: new Date(), leaseId: null, jobId: null, errorMessage: "Task was cancelled" },
    reason: input.reason,
  });
  if (!cancelled) {
    const already = task.status === "cancelled";
    const message = already ? "The task is cancelled already" : `A task that is ${task.status} cannot be cancelled`;
    throw new HubError("TASK_NOT_CANCELLABLE", message, {
      details: { current_status: task.status },
    });
  }
  await recordAudit(txCtx, {
    action: "task.cancel",
    targetType: "task",
    targetId: task.id,
    detail: { from: task.status },
  });
});
