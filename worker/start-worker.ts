import { hostname } from "node:os";
import type { listen } from "#db/client.ts";
import { generateTaskJob } from "#domain/jobs/enqueue-generation.ts";
import { jobsChannel } from "#domain/jobs/insert-jobs.ts";
import { claimTask } from "#domain/work/claim-task.ts";
import { rescueLease, rescueTasksOf } from "#domain/work/rescue-tasks.ts";
import { beatHeart, markWorkerStopped, registerWorker, WorkerReplaced } from "#domain/workers/register-worker.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import { log } from "#lib/log.ts";
import { answerModelTests } from "#worker/answer-model-tests.ts";
import { Dispatcher } from "#worker/dispatcher.ts";
import { every } from "#worker/every.ts";
import { HeldTasks } from "#worker/held-tasks.ts";
import { defaultHousekeepingTimes, type HousekeepingTimes, keepHouse } from "#worker/housekeeping.ts";
import { type FetchedJob, type JobQueue, tidySeconds } from "#worker/job-queue.ts";
import type { LocalFinder } from "#worker/models/local-finder.ts";
import { runTask } from "#worker/run-task.ts";
import { usualGraceMs } from "#worker/stop-on-signals.ts";
import { WorkerStopping } from "#worker/stop-reasons.ts";
import type { Workshop } from "#worker/task-run.ts";
import { watchLocalServers } from "#worker/watch-local-servers.ts";

export type WorkerOptions = Omit<Workshop, "isDraining"> & {
  queue: JobQueue;
  listen: typeof listen;
  /** Tasks at once. */
  concurrency: number;
  taskTypes: string[];
  /** Called when the worker can go on no longer: another process has taken its id. */
  onReplaced: (error: WorkerReplaced) => void;
  /** Knows the model servers on this machine. */
  finder: LocalFinder;
  heartbeatEveryMs?: number;
  housekeeping?: Partial<HousekeepingTimes>;
};

export type RunningWorker = {
  /**
   * Fetches no more, lets running tasks finish the phase they are in for up to `graceMs`, hands the rest back, and says
   * goodbye. The database stays open.
   */
  drain(graceMs?: number): Promise<void>;
};

/** Registers a worker, takes back what an earlier process of its id held, and begins to generate. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { db, workerId, queue, concurrency, taskTypes } = options;
  const held = new HeldTasks();
  let draining = false;
  const workshop: Workshop = { ...options, isDraining: () => draining };

  const localServers = await options.finder.look();
  const worker = await registerWorker(db, {
    id: workerId,
    hostname: hostname(),
    pid: process.pid,
    concurrency,
    taskTypes,
    localServers,
  });
  const returned = await rescueTasksOf(db, workerId);
  if (returned > 0) log.warn({ tasks: returned }, "Took back tasks of an earlier process of this worker.");

  const beat = async () => {
    const orphans = await held.compare(() => beatHeart(db, worker));
    for (const { leaseId } of orphans) await rescueLease(db, leaseId);
  };
  const stopHeart = every(options.heartbeatEveryMs ?? 1_000, "heartbeat", () =>
    beat().catch((error: unknown) => {
      if (!(error instanceof WorkerReplaced)) throw error;
      held.abortAll(error);
      options.onReplaced(error);
    }),
  );
  const dispatcher = new Dispatcher({ queue, slots: concurrency, deliver: (job) => deliver(workshop, held, job) });
  const wake = () => dispatcher.wake();
  const unlisten = await options.listen(jobsChannel, wake, wake);
  const stopTests = await answerModelTests(options);
  const stopLooking = await watchLocalServers(options, worker);
  const stopHouse = keepHouse(db, options.store, { ...defaultHousekeepingTimes, ...options.housekeeping });
  const stopTidying = every(tidySeconds * 1_000, "tidying of the queue", queue.tidy);
  wake();

  return {
    async drain(graceMs = usualGraceMs) {
      draining = true;
      await unlisten();
      await dispatcher.stop();
      const patience = setTimeout(() => held.abortAll(new WorkerStopping()), graceMs);
      await dispatcher.idle();
      clearTimeout(patience);
      await Promise.all([stopHouse(), stopTidying(), stopTests(), stopLooking(), stopHeart()]);
      await queue.stop();
      await markWorkerStopped(db, worker);
    },
  };
}

async function deliver(workshop: Workshop, held: HeldTasks, job: FetchedJob): Promise<(() => Promise<void>) | null> {
  const { taskUid, accountId } = generateTaskJob.payload.parse(job.data);
  const claimed = await claimTask(workerContext(workshop.db, workshop.workerId, accountId), taskUid);
  if (!claimed) return null;
  const { leaseId } = claimed.lease;
  const controller = held.take(leaseId);
  return async () => {
    try {
      await runTask(workshop, claimed, controller);
    } finally {
      // Should it end without a word, the next heartbeats find a lease that no one knows, and return it.
      held.release(leaseId);
    }
  };
}
