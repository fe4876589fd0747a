import { closeDb, getDb, getSql, listen } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { guardedClient } from "#lib/net/guarded-client.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { findTaskType, taskTypeNames } from "#task-types/schemas.ts";
import { openJobQueue } from "#worker/job-queue.ts";
import { createModelRunner } from "#worker/models/create-model-runner.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { startWorker } from "#worker/start-worker.ts";
import { stopOnSignals } from "#worker/stop-on-signals.ts";

// A worker process with the real task types and models, for tests that kill it: it hangs at the start of the phase that
// HANG_IN names, or at its end before anything of it is saved where that is HANG_AFTER, and tells its parent so.

const { HANG_IN: hangIn, HANG_AFTER: hangAfter } = process.env;
const hangPhase = hangIn || hangAfter;
const worker = await startWorker({
  db: getDb(),
  workerId: env().WORKER_ID,
  concurrency: 1,
  taskTypes: taskTypeNames,
  findTaskType: (name) => {
    const taskType = findTaskType(name);
    if (!taskType) return null;
    const pipeline = pipelines[taskType.name as keyof typeof pipelines];
    const phase = hangPhase ? pipeline.phases[hangPhase] : undefined;
    if (!hangPhase || !phase) return { taskType, pipeline };
    const hang = async (run: PhaseRun) => {
      if (!hangIn) await phase(run);
      process.send?.({ hanging: hangPhase });
      return new Promise<never>(() => {});
    };
    return { taskType, pipeline: { ...pipeline, phases: { ...pipeline.phases, [hangPhase]: hang } } };
  },
  store: getArtifactStore(),
  net: guardedClient,
  createModels: createModelRunner,
  backoffMs: () => 0,
  queue: await openJobQueue(getSql()),
  listen,
  finder: new LocalFinder(async () => ({})),
  onReplaced: (error) => {
    throw error;
  },
});
stopOnSignals(async () => {
  await worker.drain();
  await closeDb(1);
});
process.send?.("ready");
