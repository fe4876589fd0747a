import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import {
  getNotificationSettings,
  type NotificationSettings,
  setNotificationSettings,
} from "#domain/notifications/settings.ts";
import { type NotificationSettingsResponse, notificationSettingsSchema } from "#lib/contract/notification.ts";
import { env } from "#lib/env.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "What one is told of by mail",
    access: "tasks:read",
    responses: { 200: notificationSettingsSchema },
  },
  async ({ ctx }) => json(present(await getNotificationSettings(ctx))),
);

export const PUT = route(
  {
    summary: "Choose what one is told of by mail; what is not given stays",
    access: "tasks:read",
    body: z.strictObject(notificationSettingsSchema.pick({ mailed: true, digest_hour: true }).partial().shape),
    responses: { 200: notificationSettingsSchema },
  },
  async ({ ctx, body }) => {
    const change = {
      ...(body.mailed && { mailed: body.mailed }),
      ...(body.digest_hour !== undefined && { digestHour: body.digest_hour }),
    };
    return json(present(await setNotificationSettings(ctx, change)));
  },
);

function present({ mailed, digestHour }: NotificationSettings): NotificationSettingsResponse {
  return { mailed, digest_hour: digestHour, mail_available: env().SMTP_URL !== undefined };
}
