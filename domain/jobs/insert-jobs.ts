import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Transaction } from "#db/client.ts";
import { queueSchema } from "#db/queue-names.ts";
import type { JobDeclaration } from "#domain/jobs/define-job.ts";

export type NewJob<Payload> = {
  id: string;
  payload: Payload;
  /** Higher is fetched first. */
  priority: number;
  startAfter?: Date | null;
};

/** The channel on which dispatchers hear that there is something to fetch. */
export const jobsChannel = "hub_jobs";

/** A job is done the moment its task is claimed; nothing reads it after that. */
const keptSeconds = 600;

const jobTable = sql.raw(`${queueSchema}.job`);

/**
 * Adds jobs in the caller's transaction, in one statement, and with the commit wakes the dispatchers. Into pg-boss's
 * documented job table rather than through its client, so that a process that only sends needs no client running.
 * @throws ZodError when a payload is not what the job declares
 */
export async function insertJobs<Payload extends z.ZodObject>(
  tx: Transaction,
  job: JobDeclaration<Payload>,
  jobs: NewJob<z.input<Payload>>[],
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = JSON.stringify(
    jobs.map(({ id, payload, priority, startAfter }) => ({
      id,
      data: job.payload.parse(payload),
      priority,
      startAfter: startAfter?.toISOString() ?? null,
    })),
  );
  // No retries by the queue: the task row counts attempts, and the reconciler sends again what got lost.
  await tx.execute(sql`
    with new_jobs as (
      insert into ${jobTable} (id, name, data, priority, start_after, keep_until, retry_limit, deletion_seconds)
      select id, ${job.queue}, data, priority, coalesce("startAfter", now()),
        coalesce("startAfter", now()) + interval '14 days', 0, ${keptSeconds}
      from json_to_recordset(${rows}::text::json)
        as new_job (id uuid, data jsonb, priority int, "startAfter" timestamptz)
    )
    select pg_notify(${jobsChannel}, '')`);
}
