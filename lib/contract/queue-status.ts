import * as z from "zod";
import { taskStatuses } from "./status.ts";

const counts = z.record(z.string(), z.int());

/** What waits and what runs in an account, and the workers that are alive. */
export const queueStatusSchema = z.object({
  depth: z.object({ total: z.int(), by_priority: counts, by_type: counts }),
  active: z.int(),
  oldest_wait_seconds: z.number().nullable(),
  workers: z.array(
    z.object({
      id: z.string(),
      concurrency: z.int(),
      task_types: z.array(z.string()),
      started_at: z.iso.datetime(),
      last_heartbeat: z.iso.datetime(),
    }),
  ),
  counts: z.partialRecord(z.enum(taskStatuses), z.int()),
  pending_task_ids: z.array(z.string()),
  queued_task_ids: z.array(z.string()),
});
export type QueueStatus = z.output<typeof queueStatusSchema>;
