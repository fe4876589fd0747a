import { recordAudit } from "#domain/audit/record-audit.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";

const asGiven = (input: { reason?: string } = {}) => input;

/** Pauses a task: a worker that runs it stops, and what its phases have saved is kept. */
export const holdTask = moveVerb("hold", asGiven, async (txCtx, task, input: { reason?: string } = {}) => {
  const holdReason = input.reason ?? "Paused";
  await moveTask(txCtx, task, "hold", {
    set: { holdKind: "paused", holdReason, leaseId: null, jobId: null },
    reason: holdReason,
  });
  await recordAudit(txCtx, { action: "task.hold", targetType: "task", targetId: task.id });
});

/** Lets a held task go on where it stopped. */
export const releaseTask = moveVerb(
  "release",
  () => ({}),
  async (txCtx, task) => {
    await requeueTask(txCtx, task, "release");
    await recordAudit(txCtx, { action: "task.release", targetType: "task", targetId: task.id });
  },
);
