import type * as z from "zod";
import type { QueueName } from "#db/queue-names.ts";

/** A kind of job, apart from what is done about it: both ends import the declaration. */
export type JobDeclaration<Payload extends z.ZodObject = z.ZodObject> = {
  queue: QueueName;
  /** Ids only: what they name is read when the job runs. Parsed when it is sent and when it runs. */
  payload: Payload;
};

export function defineJob<Payload extends z.ZodObject>(job: JobDeclaration<Payload>): JobDeclaration<Payload> {
  return job;
}
