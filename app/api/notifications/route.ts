import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listNotifications } from "#domain/notifications/list-notifications.ts";
import { notificationSchema } from "#lib/contract/notification.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "One's own notifications, the newest first",
    access: "tasks:read",
    query: z.strictObject({
      unread: z.stringbool().default(false).meta({ description: "Only those not read yet" }),
      limit: z.coerce.number().int().min(1).max(100).default(30),
      cursor: z.string().max(200).optional(),
    }),
    responses: {
      200: z.object({
        notifications: z.array(notificationSchema),
        unread_count: z.int().meta({ description: "Counted up to 100" }),
        next_cursor: z.string().nullable(),
      }),
    },
  },
  async ({ ctx, query }) => {
    const page = await listNotifications(ctx, { ...query, cursor: query.cursor ?? null });
    return json({
      notifications: page.notifications.map((row) => ({
        id: row.id,
        kind: row.kind,
        message: row.message,
        task_id: row.taskId,
        url: absoluteUrl(row.path),
        actor: { type: row.actor.type, name: row.actor.name },
        read_at: row.readAt?.toISOString() ?? null,
        created_at: row.createdAt.toISOString(),
      })),
      unread_count: page.unread,
      next_cursor: page.nextCursor,
    });
  },
);
