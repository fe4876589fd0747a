import { closeDb, getDb, getSql, listen } from "#db/client.ts";
import { exponentialBackoffMs } from "#domain/work/fail-attempt.ts";
import { env, loadDotEnv } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { guardedClient } from "#lib/net/guarded-client.ts";
import { StartupError } from "#lib/startup-error.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { findTaskType, taskTypeNames } from "#task-types/schemas.ts";
import { openJobQueue } from "#worker/job-queue.ts";
import { createModelRunner } from "#worker/models/create-model-runner.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { startWorker } from "#worker/start-worker.ts";
import { stopOnSignals } from "#worker/stop-on-signals.ts";
import type { FindTaskType } from "#worker/task-run.ts";

const findRegistered: FindTaskType = (name) => {
  const taskType = findTaskType(name);
  return taskType && { taskType, pipeline: pipelines[taskType.name as keyof typeof pipelines] };
};

async function main(): Promise<void> {
  loadDotEnv();
  const { WORKER_ID: workerId, WORKER_CONCURRENCY: concurrency } = env();
  const finder = new LocalFinder();
  const worker = await startWorker({
    db: getDb(),
    workerId,
    concurrency,
    taskTypes: taskTypeNames,
    findTaskType: findRegistered,
    store: getArtifactStore(),
    net: guardedClient,
    createModels: (options) => createModelRunner({ environment: finder.environment(), ...options }),
    finder,
    backoffMs: exponentialBackoffMs,
    queue: await openJobQueue(getSql()),
    listen,
    onReplaced: (error) => {
      log.fatal(error.message);
      process.exit(1);
    },
  });
  stopOnSignals(async () => {
    await worker.drain();
    await closeDb(1);
  });
  log.info({ worker_id: workerId, concurrency }, "Worker ready.");
  process.send?.("ready");
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) log.fatal(error.message);
  else log.fatal({ err: error }, "The worker could not start.");
  process.exit(1);
});
