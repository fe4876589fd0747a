import { recordAudit } from "#domain/audit/record-audit.ts";
import type { Ctx } from "#domain/context.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import { recordReview } from "#domain/tasks/decide.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { validationError } from "#lib/errors.ts";
import { findTaskType } from "#task-types/schemas.ts";

export type RegenerateTask = {
  feedback: string;
  fromPhase?: string;
  revisionSha256?: string;
  /** How long it waits in the queue for whoever recalls it. */
  delaySeconds?: number;
};

/**
 * Sends a task back for another round, with what a reviewer wants changed. Phases before `fromPhase` keep their output;
 * without it the round starts where feedback first matters: at the second phase, since material gathered stays gathered.
 */
export async function regenerateTask(ctx: Ctx, ref: TaskRef, input: RegenerateTask): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    const names = findTaskType(task.taskType)?.phases.map((phase) => phase.name) ?? [];
    const fromPhase = input.fromPhase ?? names[1] ?? names[0] ?? null;
    if (fromPhase === null || !names.includes(fromPhase)) {
      throw validationError([{ path: "from_phase", message: `is none of ${names.join(", ")}` }]);
    }
    const queued = await requeueTask(txCtx, task, "regenerate", {
      delaySeconds: input.delaySeconds,
      set: { round: task.round + 1, fromPhase, feedback: input.feedback, approvedSha256: null, approvedRevision: null },
      reason: input.feedback,
      metadata: { from_phase: fromPhase, round: task.round + 1 },
    });
    await recordReview(txCtx, queued, "sent_back", input.feedback);
    await recordAudit(txCtx, {
      action: "task.regenerate",
      targetType: "task",
      targetId: task.id,
      detail: { revision: task.revision, sha256: task.revisionSha256, from_phase: fromPhase, reason: input.feedback },
    });
  });
}
