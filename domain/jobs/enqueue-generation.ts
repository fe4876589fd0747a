import * as z from "zod";
import type { Transaction } from "#db/client.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { defineJob } from "#domain/jobs/define-job.ts";
import { insertJobs } from "#domain/jobs/insert-jobs.ts";

export const generateTaskJob = defineJob({
  queue: "task.generate",
  payload: z.strictObject({ taskUid: z.uuid(), accountId: z.uuid() }),
});

/** What of a task's row its job is made of. Without a job id it waits for something else; with no time it goes at once. */
export type QueuedTask = Pick<TaskRow, "uid" | "accountId" | "jobId" | "priority"> & Partial<Pick<TaskRow, "runAfter">>;

/** Sends queued tasks to the workers, in the transaction that queued them and as one statement. */
export async function enqueueGeneration(tx: Transaction, queued: QueuedTask[]): Promise<void> {
  const jobs = queued.flatMap(({ uid: taskUid, accountId, jobId: id, priority, runAfter: startAfter }) =>
    id ? { id, payload: { taskUid, accountId }, priority, startAfter } : [],
  );
  if (jobs.length > 0) await insertJobs(tx, generateTaskJob, jobs);
}
