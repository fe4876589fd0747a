import type { ClaimedTask } from "#domain/work/claim-task.ts";
import { failAttempt } from "#domain/work/fail-attempt.ts";
import { finishTask } from "#domain/work/finish-task.ts";
import { holdRunningTask } from "#domain/work/hold-running.ts";
import { LeaseLost } from "#domain/work/lease.ts";
import { loadWork } from "#domain/work/load-work.ts";
import { yieldTask } from "#domain/work/yield-task.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { isDatabaseAway } from "#lib/database-away.ts";
import { validationError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { Revised } from "#task-types/blocks/block-plan.ts";
import { keepFrozen } from "#task-types/blocks/keep-frozen.ts";
import { phasesFor, type TaskType } from "#task-types/define-task-type.ts";
import { BookKeeper } from "#worker/book-keeper.ts";
import { describeFailure } from "#worker/describe-failure.ts";
import { PhaseCollector } from "#worker/phase-collector.ts";
import { PhaseFailed, runPhase } from "#worker/run-phase.ts";
import { AttemptTimeout, WorkerStopping } from "#worker/stop-reasons.ts";
import type { TaskRun, Workshop } from "#worker/task-run.ts";
import { untilDatabaseIsBack } from "#worker/until-database-is-back.ts";

/** How an attempt ended; `lost`: the task was taken away, nothing was written. */
export type AttemptOutcome = "awaiting_approval" | "completed" | "queued" | "failed" | "yielded" | "held" | "lost";

/**
 * Makes one attempt at a claimed task: the phases that are not done yet, each saved as it ends, then the result.
 * Whatever goes wrong becomes the task's state, not an error; only a database that is away is thrown.
 * @param controller aborted from outside when the lease is lost or the worker stops
 */
export async function runTask(
  workshop: Workshop,
  { task, lease }: ClaimedTask,
  controller: AbortController,
): Promise<AttemptOutcome> {
  const startedAt = performance.now();
  const ctx = workerContext(workshop.db, workshop.workerId, task.accountId);
  const found = workshop.findTaskType(task.taskType);
  const minutes = found?.taskType.timeoutMinutes ?? 1;
  const timer = setTimeout(() => controller.abort(new AttemptTimeout(minutes)), minutes * 60_000);
  const facts = { task_id: task.id, account_id: task.accountId, task_type: task.taskType };
  log.info({ ...facts, round: task.round, attempt: task.attempt }, "Generation started.");

  let outcome: AttemptOutcome;
  try {
    if (!found) throw new Error(`this worker knows no task type ${task.taskType}`);
    const names = found.taskType.phases.map(({ name }) => name);
    const work = await loadWork(ctx, task, names, (task.blocks && found.taskType.blocks?.keeps) || []);
    const request = readRequest(found.taskType, task.requestData);
    const run: TaskRun = {
      workshop,
      ctx,
      lease,
      task,
      ...found,
      request,
      common: commonRequest(task),
      previous: work.previous,
      earlier: work.earlier,
      models: workshop.createModels({
        settings: work.settings,
        request: task,
        idempotencyScope: `${task.uid}:${task.round}`,
        signal: controller.signal,
        phases: phasesFor(found.taskType, request, task),
        onUsage: (usage) => {
          run.collector.addUsage(usage);
          return run.bookKeeper.book(usage);
        },
        onDegraded: (reason) => run.collector.degrade(reason),
      }),
      collector: new PhaseCollector(),
      bookKeeper: new BookKeeper(ctx, task),
      saved: work.saved,
      outputs: Object.fromEntries(work.saved.map(({ name, output }) => [name, output])),
      controller,
    };
    outcome = await runPhases(run);
  } catch (error) {
    outcome = await settle(workshop, { task, lease }, error);
  } finally {
    clearTimeout(timer);
  }
  log.info({ ...facts, outcome, ms: Math.round(performance.now() - startedAt) }, "Generation ended.");
  return outcome;
}

async function runPhases(run: TaskRun): Promise<AttemptOutcome> {
  const { taskType, workshop } = run;
  for (const [ordinal, phase] of taskType.phases.entries()) {
    if (Object.hasOwn(run.outputs, phase.name)) continue;
    if (workshop.isDraining()) throw new WorkerStopping();
    if (ordinal > 0 && (await holdRunningTask(run.ctx, run.lease, run.task))) return "held";
    await runPhase(run, phase, ordinal);
  }
  const made = putTogether(run);
  return untilDatabaseIsBack(run.controller.signal, () => finishTask(run.ctx, run.lease, made));
}

/** Counted as the last phase's failure, so that another attempt runs that phase anew. */
function putTogether(run: TaskRun) {
  try {
    const finished = run.pipeline.finish(run.outputs, run);
    const made = { ...finished, result: run.taskType.result.parse(finished.result) as JsonObject };
    return { ...made, ...keptFrozen(run, made) };
  } catch (error) {
    const last = run.taskType.phases.at(-1)?.name ?? "finish";
    const nothing = { model: null, inputTokens: 0, outputTokens: 0, costUsd: 0, seconds: 0, unbooked: [] };
    throw new PhaseFailed(last, nothing, error);
  }
}

/** In a round for some blocks all others come from the revision before, to the byte. */
function keptFrozen({ task, taskType, previous }: TaskRun, made: Revised): Revised {
  if (!task.blocks) return made;
  if (!taskType.blocks || !previous) throw new Error("there is no revision before, whose other blocks could stay");
  const kept = keepFrozen(taskType.blocks, previous, made, task.blocks);
  taskType.result.parse(kept.result);
  return kept;
}

/** Turns what ended an attempt early into the task's next state. */
async function settle(workshop: Workshop, { task, lease }: ClaimedTask, error: unknown): Promise<AttemptOutcome> {
  const ctx = workerContext(workshop.db, workshop.workerId, task.accountId);
  const phase = error instanceof PhaseFailed ? { name: error.phase, use: error.use } : null;
  const cause = error instanceof PhaseFailed ? error.cause : error;
  if (cause instanceof LeaseLost) return "lost";
  try {
    // A phase that cannot reach something has failed; only outside of one it is the database that is away.
    if (cause instanceof WorkerStopping || (!phase && isDatabaseAway(cause))) {
      await yieldTask(ctx, lease, phase);
      return "yielded";
    }
    const failure = describeFailure(cause, phase?.name ?? null);
    log.warn({ err: cause, task_id: task.id, account_id: task.accountId, code: failure.code }, "An attempt failed.");
    const attemptsAllowed = workshop.findTaskType(task.taskType)?.taskType.attempts ?? 1;
    const attempt = { failure, phase, attemptsAllowed, backoffMs: workshop.backoffMs };
    return await untilDatabaseIsBack(new AbortController().signal, () => failAttempt(ctx, lease, attempt));
  } catch (failed) {
    if (failed instanceof LeaseLost) return "lost";
    throw failed;
  }
}

/** Stored requests were valid when they came; the type may have become stricter since. */
function readRequest(taskType: TaskType, requestData: JsonObject | null): JsonObject {
  const parsed = taskType.request.safeParse(requestData ?? {});
  if (parsed.success) return parsed.data as JsonObject;
  throw validationError(
    parsed.error.issues.map(({ path, message }) => ({ path: `request_data.${path.join(".")}`, message })),
  );
}

function commonRequest(task: ClaimedTask["task"]): TaskRun["common"] {
  const { language, sourceMaterial, referenceUrls, parameters, qualityPreference } = task;
  return { language, sourceMaterial, referenceUrls, parameters, qualityPreference };
}
