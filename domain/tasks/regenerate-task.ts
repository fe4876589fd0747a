import type { TaskRow } from "#db/schema/tasks.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import type { TxCtx } from "#domain/context.ts";
import { moveVerb } from "#domain/tasks/ask-move.ts";
import { currentRevision, recordReview, requireSeenRevision } from "#domain/tasks/decide.ts";
import { moveConflict } from "#domain/tasks/move-task.ts";
import { moveNamed } from "#domain/tasks/moves.ts";
import { readRevision } from "#domain/tasks/read-revision.ts";
import { requeueTask } from "#domain/tasks/requeue.ts";
import { validationError } from "#lib/errors.ts";
import { nameExample, readBlockNames } from "#task-types/blocks/block-plan.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { findTaskType, taskTypes } from "#task-types/schemas.ts";

export type RegenerateTask = {
  feedback: string;
  fromPhase?: string;
  /** The blocks of the current revision that may change; everything else of it stays to the byte. */
  blocks?: (string | number)[];
  revisionSha256?: string;
  /** How long it waits in the queue for whoever recalls it. */
  delaySeconds?: number;
};

const askedOf = ({ feedback }: RegenerateTask) => ({ reason: feedback });

/**
 * Sends a task back for another round, with what a reviewer wants changed. Phases before `fromPhase` keep their output;
 * without it the round starts where feedback first matters: at the second phase, since material gathered stays gathered.
 * @throws HubError VALIDATION_ERROR for a phase or a block that there is not
 */
export const regenerateTask = moveVerb("regenerate", askedOf, async (txCtx, task, input: RegenerateTask) => {
  if (!moveNamed("regenerate").from.includes(task.status)) throw moveConflict(txCtx, task, "regenerate");
  requireSeenRevision(task, input.revisionSha256);
  const blocks = input.blocks ? await namedBlocks(txCtx, task, input.blocks) : null;
  const fromPhase = firstPhase(task, input.fromPhase, blocks !== null);
  const scope = { from_phase: fromPhase, ...(blocks ? { blocks } : {}) };
  const queued = await requeueTask(txCtx, task, "regenerate", {
    delaySeconds: input.delaySeconds,
    set: {
      ...{ round: task.round + 1, fromPhase, feedback: input.feedback, blocks },
      ...{ approvedSha256: null, approvedRevision: null },
    },
    reason: input.feedback,
    metadata: { ...scope, round: task.round + 1 },
  });
  await recordReview(txCtx, queued, "sent_back", input.feedback);
  await recordAudit(txCtx, {
    action: "task.regenerate",
    targetType: "task",
    targetId: task.id,
    detail: { revision: task.revision, sha256: task.revisionSha256, ...scope, reason: input.feedback },
  });
});

function firstPhase(task: TaskRow, given: string | undefined, isPartial: boolean): string {
  const taskType = findTaskType(task.taskType);
  const names = taskType?.phases.map((phase) => phase.name) ?? [];
  const possible: readonly string[] = isPartial ? (taskType?.blocks?.from ?? []) : names;
  const usual = isPartial ? possible[0] : (names[1] ?? names[0]);
  const phase = given ?? usual;
  if (phase !== undefined && possible.includes(phase)) return phase;
  const isKnown = given !== undefined && names.includes(given);
  const message = isKnown
    ? `cannot be ${given} with blocks: they are made in ${possible.join(" or ")}; leave it out`
    : `is none of ${possible.join(", ")}`;
  throw validationError([{ path: "from_phase", message }]);
}

/** @throws HubError REVISION_CHANGED for a task without a revision */
async function namedBlocks(ctx: TxCtx, task: TaskRow, given: (string | number)[]): Promise<string[]> {
  currentRevision(task);
  const plan = findTaskType(task.taskType)?.blocks;
  if (!plan) {
    const types: TaskType[] = Object.values(taskTypes);
    const able = types.flatMap(({ name, blocks }) => (blocks ? `${name} (by ${nameExample(blocks)})` : []));
    const message = `cannot be named for ${task.taskType}, which is made as a whole; they can for ${able.join(", ")}`;
    throw validationError([{ path: "blocks", message }]);
  }
  const { names, issues } = readBlockNames(plan, await readRevision(ctx, task), given);
  if (issues.length > 0) throw validationError(issues);
  return names;
}
