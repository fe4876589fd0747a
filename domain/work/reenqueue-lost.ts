import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "#db/client.ts";
import { queueSchema } from "#db/queue-names.ts";
import { asSystem } from "#domain/context.ts";
import { enqueueGeneration, generateTaskJob } from "#domain/jobs/enqueue-generation.ts";

type Lost = {
  uid: string;
  account_id: string;
  job_id: string | null;
  priority: number;
  run_after: Date | string | null;
};

/** A fetched job is claimed within moments; one that is still active after these was fetched by a worker that died. */
const fetchedForSeconds = 30;

/**
 * Sends queued tasks again whose job the queue no longer has: the task row is the truth, the queue its delivery.
 * @param olderThanMs how long a task must have waited, so that one whose transaction has just committed is left alone
 * @returns how many tasks
 */
export async function reenqueueLostTasks(db: Database, olderThanMs = 5_000): Promise<number> {
  return asSystem(db, async (tx) => {
    const lost = await tx.execute<Lost>(sql`
      select t.uid, t.account_id, t.job_id, t.priority, t.run_after
      from tasks t
      where t.status = 'queued'
        and coalesce(t.run_after, t.queued_at, t.updated_at) < now() - ${olderThanMs} * interval '1 millisecond'
        and not exists (
          select from ${sql.raw(queueSchema)}.job j
          where j.name = ${generateTaskJob.queue} and j.id = t.job_id and (
            j.state < 'active'
            or (j.state = 'active' and j.started_on > now() - ${fetchedForSeconds} * interval '1 second')))
      order by t.queued_at
      limit 500
      for update of t skip locked`);
    if (lost.length === 0) return 0;
    const queued = lost.map(({ account_id: accountId, ...task }) => ({ ...task, accountId, jobId: uuidv7() }));
    const changed = JSON.stringify(queued.map(({ uid, jobId }) => ({ uid, job_id: jobId })));
    // The rows are locked and still queued, so the job ids hold; no version, for nobody could mind this change.
    await tx.execute(sql`
      update tasks t set job_id = x.job_id
      from json_to_recordset(${changed}::text::json) as x (uid uuid, job_id uuid)
      where t.uid = x.uid`);
    await enqueueGeneration(tx, queued);
    return lost.length;
  });
}
