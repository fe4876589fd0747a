import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { queueSchema } from "#db/queue-names.ts";
import { generateTaskJob } from "#domain/jobs/enqueue-generation.ts";

/**
 * Takes a job that no worker has fetched out of the queue. One that was fetched does no harm: its claim finds the task
 * in another state.
 */
export async function cancelJob(tx: Transaction, jobId: string | null): Promise<void> {
  if (!jobId) return;
  await tx.execute(sql`
    delete from ${sql.raw(queueSchema)}.job
    where name = ${generateTaskJob.queue} and id = ${jobId}::uuid and state < 'active'`);
}
