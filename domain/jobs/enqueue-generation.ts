import * as z from "zod";
import type { Transaction } from "#db/client.ts";
import { defineJob } from "#domain/jobs/define-job.ts";
import { insertJobs } from "#domain/jobs/insert-jobs.ts";

export const generateTaskJob = defineJob({
  queue: "task.generate",
  payload: z.strictObject({ taskUid: z.uuid(), accountId: z.uuid() }),
});

export type GenerationJob = {
  taskUid: string;
  accountId: string;
  /** The caller keeps it in `tasks.job_id`. */
  jobId: string;
  /** `tasks.priority`: 3 is fetched before 0. */
  priority: number;
  /** Null or absent: at once. */
  startAfter?: Date | null;
};

/** Sends queued tasks to the workers, in the transaction that queued them and as one statement. */
export async function enqueueGeneration(tx: Transaction, jobs: GenerationJob[]): Promise<void> {
  const rows = jobs.map(({ taskUid, accountId, jobId, priority, startAfter }) => ({
    id: jobId,
    payload: { taskUid, accountId },
    priority,
    startAfter,
  }));
  await insertJobs(tx, generateTaskJob, rows);
}
