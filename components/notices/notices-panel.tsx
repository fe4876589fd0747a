"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import type { NotificationResponse } from "#lib/contract/notification.ts";
import { markNotificationsRead, notificationKeys, notificationsQuery } from "#lib/queries/notifications.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { notifyError } from "../ui/toast.ts";
import { NoticeItem } from "./notice-item.tsx";

/** What one has been told, beside the rail; on a phone it is the screen. */
export function NoticesPanel({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useInfiniteQuery(notificationsQuery());
  const notices = list.data?.pages.flatMap((page) => page.notifications) ?? [];
  const unread = list.data?.pages[0]?.unread_count ?? 0;
  const read = useMutation({
    mutationFn: markNotificationsRead,
    onError: (error) => notifyError("They are still unread", error),
    onSettled: () => client.invalidateQueries({ queryKey: notificationKeys.all }),
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not the button that the browser would choose: the next arrow goes to the first item.
    element?.focus();
    return () => element?.close();
  }, []);
  function open(notice: NotificationResponse, href: string) {
    if (notice.read_at === null) read.mutate({ ids: [notice.id] });
    onClose();
    router.push(href);
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="notices-title"
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => moveFocus(event, dialog.current)}
      className="m-0 h-dvh max-h-none w-full max-w-100 animate-appear flex-col border-r border-line bg-raised text-ui text-ink shadow-float outline-hidden backdrop:bg-sunken/70 open:flex max-sm:max-w-none sm:ml-14 rail:ml-46"
    >
      <header className="flex min-h-14 items-center gap-2 border-b border-line px-4">
        <h2 id="notices-title" className="mr-auto text-title">
          Notifications
        </h2>
        {unread > 0 ? (
          <Button size="small" busy={read.isPending} onClick={() => read.mutate({ all: true })}>
            Mark all read
          </Button>
        ) : null}
        <IconButton label="Close" onClick={onClose}>
          <X className="size-4" aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? <SkeletonLines label="Loading notifications" /> : null}
        {list.isError ? (
          <ErrorState
            error={list.error}
            what="The notifications could not be read"
            onRetry={() => void list.refetch()}
          />
        ) : null}
        {list.isSuccess && notices.length === 0 ? (
          <EmptyState title="Nothing to tell you">
            You hear of it here when somebody assigns you a task or names you in a comment with @, when a task of yours
            is due, and when one has failed.
          </EmptyState>
        ) : null}
        {notices.length > 0 ? (
          <ul aria-label="Notifications">
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} onOpen={(href) => open(notice, href)} />
            ))}
          </ul>
        ) : null}
        {list.hasNextPage ? (
          <div className="flex justify-center p-4">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show older
            </Button>
          </div>
        ) : null}
      </div>
    </dialog>
  );
}

/** Arrows, and J and K as on the desk, walk the items. */
function moveFocus(event: KeyboardEvent, dialog: HTMLElement | null) {
  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
  const step = steps[event.key];
  if (!step || event.metaKey || event.ctrlKey || event.altKey) return;
  const items = [...(dialog?.querySelectorAll<HTMLElement>("li a") ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  items.at(at === -1 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1))?.focus();
}
