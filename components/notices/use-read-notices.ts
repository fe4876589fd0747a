"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { markNotificationsRead, notificationKeys } from "#lib/queries/notifications.ts";
import { useUnreadNotices } from "./notice-bell.tsx";

/** Who has a task before their eyes needs no more telling of it; of what comes while they look elsewhere they do. */
export function useReadNotices(taskId: string | null): void {
  const client = useQueryClient();
  const unread = useUnreadNotices();
  useEffect(() => {
    if (!taskId || unread === 0 || document.visibilityState === "hidden") return;
    // What stays unread can be read in the panel.
    markNotificationsRead({ task_id: taskId }).then(
      ({ unread_count: left }) => {
        if (left !== unread) void client.invalidateQueries({ queryKey: notificationKeys.all });
      },
      () => {},
    );
  }, [client, taskId, unread]);
}
