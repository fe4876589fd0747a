import { recordAudit } from "#domain/audit/record-audit.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";

/** Queues a failed task again, with all its attempts; phases that were done stay done. */
export const retryTask = moveVerb(
  "retry",
  () => ({}),
  async (txCtx, task) => {
    await requeueTask(txCtx, task, "retry");
    await recordAudit(txCtx, { action: "task.retry", targetType: "task", targetId: task.id });
  },
);
