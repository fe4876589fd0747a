import { route } from "#app/_server/hub-route.ts";
import { readQueueStatus } from "#domain/workers/queue-status.ts";
import { queueStatusSchema } from "#lib/contract/queue-status.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "The queue: depth, what runs, the oldest wait, live workers",
    access: "tasks:read",
    responses: { 200: queueStatusSchema },
  },
  async ({ ctx }) => json(await readQueueStatus(ctx)),
);
