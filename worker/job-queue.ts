import { fromBunSql, PgBoss } from "pg-boss";
import type { Sql } from "postgres";
import { queueSchema } from "#db/queue-names.ts";
import { generateTaskJob } from "#domain/jobs/enqueue-generation.ts";
import { log } from "#lib/log.ts";

/** A job that was fetched: its payload is not read before it runs. */
export type FetchedJob = { id: string; data: unknown };

/** What the dispatcher needs of the queue. */
export type JobQueue = {
  /** Takes up to `count` jobs that are due, urgent ones first. */
  fetch(count: number): Promise<FetchedJob[]>;
  complete(ids: string[]): Promise<void>;
  /** Removes jobs that are done and ends those that were fetched and never finished; any process, for all of them. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
};

/** Several processes that tidy do the work of one: the database remembers when it was last done. */
export const tidySeconds = 60;

/** Opens the queue of generation jobs over the process's own pool, with no retries, schedules or workers of pg-boss's. */
export async function openJobQueue(sql: Sql): Promise<JobQueue> {
  const boss = new PgBoss({
    // Bun's client has postgres.js's interface, so its adapter fits: it knows that scripts with BEGIN need a reserved
    // connection, without which postgres.js ends the process.
    db: fromBunSql(sql),
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
    maintenanceIntervalSeconds: tidySeconds,
    monitorIntervalSeconds: tidySeconds,
    // Rebuilding an index takes its owner, which the app's role is not.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "The queue failed."));
  await boss.start();
  const { queue } = generateTaskJob;
  return {
    fetch: (count) => boss.fetch<unknown>(queue, { batchSize: count }),
    async complete(ids) {
      await boss.complete(queue, ids);
    },
    tidy: () => boss.supervise(),
    stop: () => boss.stop({ graceful: false }),
  };
}
