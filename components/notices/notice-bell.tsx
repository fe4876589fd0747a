"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Bell } from "lucide-react";
import { unreadCountQuery } from "#lib/queries/notifications.ts";
import { useOpenNotices } from "./notices-context.ts";

export function useUnreadNotices(): number {
  return useQuery(unreadCountQuery()).data ?? 0;
}

/** The way to what one has been told, with how much of it is new. */
export function NoticeBell() {
  const openNotices = useOpenNotices();
  const unread = useUnreadNotices();
  return (
    <button
      type="button"
      onClick={openNotices}
      aria-haspopup="dialog"
      aria-keyshortcuts="n"
      title="Notifications"
      className={clsx(
        "relative mx-2 flex h-8 shrink-0 items-center gap-3 rounded-md px-2.5 transition-colors hover:bg-hover hover:text-ink",
        unread > 0 ? "text-ink" : "text-ink-soft",
      )}
    >
      <Bell className="size-4 shrink-0" aria-hidden strokeWidth={1.75} />
      <span className="max-rail:sr-only">Notifications</span>
      {unread > 0 ? (
        <UnreadCount unread={unread} className="ml-auto max-rail:absolute max-rail:-top-0.5 max-rail:right-0" />
      ) : null}
    </button>
  );
}

export function UnreadCount({ unread, className }: { unread: number; className?: string }) {
  return (
    <span
      className={clsx("tabular rounded-full bg-accent-fill px-1.5 text-small font-strong text-on-accent", className)}
    >
      {unread > 99 ? "99+" : unread}
      <span className="sr-only"> unread</span>
    </span>
  );
}
