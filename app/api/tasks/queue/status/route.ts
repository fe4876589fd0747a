import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { readQueueStatus } from "#domain/workers/queue-status.ts";
import { json } from "#lib/http/route.ts";

const counts = z.record(z.string(), z.int());

export const GET = route(
  {
    summary: "The queue: depth, what runs, the oldest wait, live workers",
    access: "tasks:read",
    responses: {
      200: z.object({
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
        counts,
        pending_task_ids: z.array(z.string()),
        queued_task_ids: z.array(z.string()),
      }),
    },
  },
  async ({ ctx }) => json(await readQueueStatus(ctx)),
);
