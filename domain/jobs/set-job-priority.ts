import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { queueSchema } from "#db/queue-names.ts";
import { generateTaskJob } from "#domain/jobs/enqueue-generation.ts";

/** Moves a job that no worker has fetched forward or back in the queue. @param priority as `tasks.priority` */
export async function setJobPriority(tx: Transaction, jobId: string | null, priority: number): Promise<void> {
  if (!jobId) return;
  await tx.execute(sql`
    update ${sql.raw(queueSchema)}.job set priority = ${priority}
    where name = ${generateTaskJob.queue} and id = ${jobId}::uuid and state < 'active'`);
}
