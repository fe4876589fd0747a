"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { Kbd } from "./kbd.tsx";
import { FamilyMark } from "./status-mark.tsx";
import { dismissNotice, type Notice, noticeStore } from "./toast.ts";

const none: readonly Notice[] = [];

/** Where notices show; a live region, so that they are spoken too. */
export function Toaster() {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.get, () => none);
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-18 z-40 flex flex-col items-center gap-2 px-4 max-sm:bottom-32"
    >
      {notices.map((notice) => (
        <NoticeCard key={`${notice.id}-${notice.text}`} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { id, text, detail, family, action, lasts } = notice;
  const [held, setHeld] = useState(false);
  // The key that stands on it works wherever it shows, also on the next screen.
  useShortcuts("Just now", action?.shortcut ? [{ keys: action.shortcut, label: action.label, run: action.run }] : []);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissNotice(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only keeps it from going
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-140 animate-appear items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-4 shadow-float"
    >
      <FamilyMark family={family} />
      <p className="min-w-0 pr-2">
        <span className="line-clamp-2">{text}</span>
        {detail ? <span className="block text-ink-soft">{detail}</span> : null}
      </p>
      {action ? (
        <button
          type="button"
          aria-keyshortcuts={action.shortcut}
          className="inline-flex h-7 shrink-0 items-center gap-2 rounded-md px-2 font-strong text-accent hover:bg-hover"
          onClick={() => {
            dismissNotice(id);
            action.run();
          }}
        >
          {action.label}
          {action.shortcut ? <Kbd keys={action.shortcut} /> : null}
        </button>
      ) : null}
    </div>
  );
}
