import * as z from "zod";

/** What people are told of, in the hub and where they wish by mail. */
export const notificationKinds = ["assigned", "mentioned", "due", "failed"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const notificationSchema = z
  .object({
    id: z.string(),
    kind: z.enum(notificationKinds),
    message: z.string(),
    task_id: z.string().nullable().meta({ description: "Null when it is about several tasks, or none" }),
    url: z.string().meta({ description: "Where the hub shows what it is about" }),
    actor: z.object({ type: z.string(), name: z.string() }),
    read_at: z.iso.datetime().nullable(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "Notification" });
export type NotificationResponse = z.output<typeof notificationSchema>;

export const notificationSettingsSchema = z
  .object({
    mailed: z.array(z.enum(notificationKinds)).meta({ description: "Kinds that are mailed at once" }),
    digest_hour: z
      .int()
      .min(0)
      .max(23)
      .nullable()
      .meta({ description: "Hour of the day, UTC, of the daily mail; null for none" }),
    mail_available: z.boolean().meta({ description: "Whether this installation sends mail (SMTP_URL)" }),
  })
  .meta({ id: "NotificationSettings" });
export type NotificationSettingsResponse = z.output<typeof notificationSettingsSchema>;
