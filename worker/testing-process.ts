import { closeDb, getDb, getSql, listen } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { openJobQueue } from "#worker/job-queue.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { startWorker } from "#worker/start-worker.ts";
import { stopOnSignals } from "#worker/stop-on-signals.ts";
import { scripted, scriptedPipeline, testWorkshop } from "#worker/testing.ts";

// A worker process for tests that kill it: at its real pace, with a pipeline that tells its parent where it is, and
// hangs in the phase that HANG_IN names.

const tell = (phase: string) => async () => {
  process.send?.({ phase });
  if (process.env.HANG_IN === phase) await new Promise(() => {});
  return `${phase} by ${env().WORKER_ID}`;
};

const pipeline = scriptedPipeline({ one: tell("one"), two: tell("two"), three: tell("three") });
const worker = await startWorker({
  ...testWorkshop(getDb(), pipeline, { workerId: env().WORKER_ID }),
  queue: await openJobQueue(getSql()),
  listen,
  finder: new LocalFinder(async () => ({})),
  concurrency: 1,
  taskTypes: [scripted.name],
  onReplaced: (error) => {
    throw error;
  },
});
stopOnSignals(async () => {
  // Nothing that hangs here would end with more patience; a slow machine has the time to hand it back.
  await worker.drain(500);
  await closeDb(1);
});
process.send?.("ready");
