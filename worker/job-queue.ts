import { PgBoss } from "pg-boss";
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
  stop(): Promise<void>;
};

/**
 * Opens the queue of generation jobs over the process's own pool. pg-boss keeps house in it (expired and old jobs) and
 * nothing else: no retries, no schedules, no workers of its own.
 */
export async function openJobQueue(sql: Sql): Promise<JobQueue> {
  const boss = new PgBoss({
    db: {
      // pg-boss reads its own rows; postgres.js gives them in the shape that node-postgres does.
      executeSql: async (text, values) => ({
        rows: await sql.unsafe(text, values as Parameters<typeof sql.unsafe>[1]),
      }),
    },
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 300,
    // Rebuilding an index takes its owner, which the app's role is not.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "The queue's housekeeping failed."));
  await boss.start();
  const { queue } = generateTaskJob;
  return {
    fetch: (count) => boss.fetch<unknown>(queue, { batchSize: count }),
    async complete(ids) {
      await boss.complete(queue, ids);
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
