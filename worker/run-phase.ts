import { LeaseLost } from "#domain/work/lease.ts";
import type { PhaseUse } from "#domain/work/record-use.ts";
import { reportProgress } from "#domain/work/report-progress.ts";
import { type Standing, savePhase } from "#domain/work/save-phase.ts";
import { startPhase } from "#domain/work/start-phase.ts";
import type { Json } from "#lib/contract/json.ts";
import { log } from "#lib/log.ts";
import type { PhaseDeclaration } from "#task-types/define-task-type.ts";
import { createPhaseRun } from "#worker/create-phase-run.ts";
import { PhaseCollector } from "#worker/phase-collector.ts";
import { createProgressReporter, type ProgressReporter } from "#worker/progress-reporter.ts";
import type { TaskRun } from "#worker/task-run.ts";
import { untilDatabaseIsBack } from "#worker/until-database-is-back.ts";

/** A phase ended without an output: by its own failure, or by what aborted the attempt; the cause says which. */
export class PhaseFailed extends Error {
  readonly phase: string;
  readonly use: PhaseUse;

  constructor(phase: string, use: PhaseUse, cause: unknown) {
    super(`The phase ${phase} failed`, { cause });
    this.name = "PhaseFailed";
    this.phase = phase;
    this.use = use;
  }
}

/**
 * Runs one phase and saves its output.
 * @throws PhaseFailed when it comes to no output; LeaseLost; whatever keeps the database from saving
 */
export async function runPhase(run: TaskRun, phase: PhaseDeclaration, ordinal: number): Promise<void> {
  const { ctx, lease, task, controller } = run;
  const { name, label } = phase;
  run.collector = new PhaseCollector();
  const total = run.taskType.phases.length;
  const progressAt = (share: number) => Math.min(Math.max(((ordinal + share) / total) * 100, 1), 99);
  const id = await startPhase(ctx, lease, { name, label, ordinal, progress: progressAt(0) });
  run.bookKeeper.open({ id, name });

  const reporter = createProgressReporter(async ({ share, message, written, announce }) => {
    const report = { phase: name, progress: progressAt(share), message: message ?? label, written, announce };
    await reportProgress(ctx, lease, report).catch((error: unknown) => {
      if (error instanceof LeaseLost) controller.abort(error);
      throw error;
    });
  });
  const output = await work(run, name, reporter.report).finally(() => reporter.stop());

  const use = await usedBy(run);
  const { warnings, degradedReasons } = run.collector;
  run.saved.push({ name, output, model: use.model, outputTokens: use.outputTokens, warnings, degradedReasons });
  const outcome = { ...use, output, warnings, degradedReasons };
  // It may have been paid for: a database that restarts is waited for.
  await untilDatabaseIsBack(controller.signal, () =>
    savePhase(ctx, lease, name, outcome, standing(run, progressAt(1))),
  );
  run.outputs[name] = output;
  const facts = { task_id: task.id, account_id: task.accountId, phase: name, model: use.model };
  log.info({ ...facts, ms: Math.round(use.seconds * 1_000), cost: use.costUsd }, "Phase finished.");
}

async function work(run: TaskRun, phase: string, progress: ProgressReporter["report"]): Promise<Json> {
  const { signal } = run.controller;
  try {
    signal.throwIfAborted();
    const start = run.pipeline.phases[phase];
    if (!start) throw new Error(`the pipeline of ${run.taskType.name} has no phase ${phase}`);
    // A phase that does not listen to the signal is left behind: its writes no longer count.
    return await Promise.race([start(createPhaseRun(run, phase, progress)), whenAborted(signal)]);
  } catch (error) {
    // What a phase throws once it is aborted says less than the reason for that.
    const cause = signal.aborted ? signal.reason : error;
    if (cause instanceof LeaseLost) await run.bookKeeper.bookRest();
    throw new PhaseFailed(phase, await usedBy(run), cause);
  }
}

async function usedBy(run: TaskRun): Promise<PhaseUse> {
  const unbooked = await run.bookKeeper.close();
  return { ...run.collector.use(), unbooked };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Over all phases of the round, those kept from the one before included. */
function standing(run: TaskRun, progress: number): Standing {
  const byOutput = run.saved.filter(({ model }) => model !== null).sort((a, b) => b.outputTokens - a.outputTokens);
  const isJudgedAnew = run.task.blocks !== null && (run.taskType.blocks?.judgedAnew ?? false);
  // What stays of the revision before is as degraded as it was.
  const degradedBefore = run.task.blocks && !isJudgedAnew ? run.task.degradedReasons : [];
  const warningsBefore = isJudgedAnew ? [] : run.task.warnings;
  return {
    progress,
    modelUsed: byOutput[0]?.model ?? null,
    degradedReasons: [...new Set([...degradedBefore, ...run.saved.flatMap((phase) => phase.degradedReasons)])],
    warnings: [...new Set([...warningsBefore, ...run.saved.flatMap((phase) => phase.warnings)])],
  };
}
