"use client";
import clsx from "clsx";
import { AtSign, CalendarClock, CircleX, type LucideIcon, UserCheck } from "lucide-react";
import type { NotificationKind, NotificationResponse } from "#lib/contract/notification.ts";
import { Time } from "../ui/time.tsx";

const marks: Record<NotificationKind, { icon: LucideIcon; className: string }> = {
  assigned: { icon: UserCheck, className: "text-person" },
  mentioned: { icon: AtSign, className: "text-accent" },
  due: { icon: CalendarClock, className: "text-person" },
  failed: { icon: CircleX, className: "text-bad" },
};

type Props = { notice: NotificationResponse; onOpen: (href: string) => void };

export function NoticeItem({ notice, onOpen }: Props) {
  const { icon: Icon, className } = marks[notice.kind];
  const { pathname, search } = new URL(notice.url);
  const href = pathname + search;
  const isUnread = notice.read_at === null;
  return (
    <li className="border-b border-line">
      <a
        href={href}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onOpen(href);
        }}
        className="flex gap-3 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Icon className={clsx("mt-0.5 size-4 shrink-0", className)} aria-hidden strokeWidth={1.75} />
        <span className="min-w-0 flex-1">
          <span className={clsx("line-clamp-4 break-words", isUnread ? "font-strong" : "text-ink-soft")}>
            {isUnread ? <span className="sr-only">Unread: </span> : null}
            {notice.message}
          </span>
          <Time at={notice.created_at} className="text-small text-ink-faint" />
        </span>
        <span
          aria-hidden="true"
          className={clsx("mt-1.5 size-2 shrink-0 rounded-full", isUnread && "bg-accent-fill")}
        />
      </a>
    </li>
  );
}
