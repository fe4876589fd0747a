import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { markRead } from "#domain/notifications/mark-read.ts";
import { json } from "#lib/http/route.ts";

export const POST = route(
  {
    summary: "Mark one's own notifications as read: some by id, or all",
    access: "tasks:read",
    body: z.union([
      z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
      z.strictObject({ all: z.literal(true) }),
    ]),
    responses: { 200: z.object({ unread_count: z.int() }) },
  },
  async ({ ctx, body }) => json({ unread_count: (await markRead(ctx, body)).unread }),
);
