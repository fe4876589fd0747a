import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { markRead } from "#domain/notifications/mark-read.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Mark one's own notifications as read: some by id, all, or those about one task",
    access: "tasks:read",
    body: z.union([
      z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
      z.strictObject({ all: z.literal(true) }),
      z.strictObject({ task_id: z.string().min(1).max(200) }),
    ]),
    responses: { 200: z.object({ unread_count: z.int() }) },
  },
  async ({ ctx, body }) =>
    json({ unread_count: (await markRead(ctx, "task_id" in body ? { task: { ref: body.task_id } } : body)).unread }),
);
