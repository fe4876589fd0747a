import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { requeuePending } from "#domain/tasks/requeue-pending.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Queue pending tasks that have their fields; the others stay",
    access: "tasks:write",
    body: z.strictObject({}),
    optionalBody: true,
    responses: {
      200: z.object({
        success: z.boolean(),
        message: z.string(),
        requeued_count: z.int(),
        failed_count: z.int(),
        total_pending: z.int(),
      }),
    },
    profile: "course",
  },
  async ({ ctx }) => {
    const { requeued, pending } = await requeuePending(ctx);
    const message = `${requeued} of ${pending} pending ${pending === 1 ? "task" : "tasks"} queued`;
    return json({ success: true, message, requeued_count: requeued, failed_count: 0, total_pending: pending });
  },
);
