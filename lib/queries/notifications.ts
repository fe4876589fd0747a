import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type {
  NotificationKind,
  NotificationResponse,
  NotificationSettingsResponse,
} from "#lib/contract/notification.ts";

export type NotificationPage = {
  notifications: NotificationResponse[];
  unread_count: number;
  next_cursor: string | null;
};

/** The stream says when these have changed (lib/queries/signals.ts). */
export const notificationKeys = { all: ["notifications"] as const };

/** How many are unread, up to 100. */
export function unreadCountQuery() {
  return queryOptions({
    queryKey: [...notificationKeys.all, "unread"],
    queryFn: async ({ signal }) =>
      (await callApi<NotificationPage>("/api/notifications", { query: { unread: true, limit: 1 }, signal }))
        .unread_count,
    staleTime: 60_000,
  });
}

export function notificationsQuery() {
  return infiniteQueryOptions({
    queryKey: [...notificationKeys.all, "list"],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi<NotificationPage>("/api/notifications", { query: { cursor, limit: 30 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function markNotificationsRead(
  which: { ids: string[] } | { all: true } | { task_id: string },
): Promise<{ unread_count: number }> {
  return callApi("/api/notifications/read", { method: "POST", body: which });
}

export function notificationSettingsQuery() {
  return queryOptions({
    queryKey: ["notification-settings"],
    queryFn: ({ signal }) => callApi<NotificationSettingsResponse>("/api/notifications/settings", { signal }),
  });
}

export function setNotificationSettings(change: {
  mailed?: NotificationKind[];
  digest_hour?: number | null;
}): Promise<NotificationSettingsResponse> {
  return callApi("/api/notifications/settings", { method: "PUT", body: change });
}
