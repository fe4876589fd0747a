/** What people are told of, in the hub and where they wish by mail. */
export const notificationKinds = ["assigned", "mentioned", "due", "failed"] as const;
export type NotificationKind = (typeof notificationKinds)[number];
