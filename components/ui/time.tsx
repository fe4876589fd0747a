"use client";
import { useSyncExternalStore } from "react";
import { exactTime, relativeTime } from "#lib/format/time.ts";

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const notify of listeners) notify();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Milliseconds, to the second given. */
export function useNow(everySeconds = 10): number {
  const step = everySeconds * 1000;
  return useSyncExternalStore(
    subscribe,
    () => Math.ceil(now / step) * step,
    () => Math.ceil(Date.now() / step) * step,
  );
}

/** Relative, with the exact time on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  const current = useNow();
  return (
    <time dateTime={at} title={exactTime(at)} className={className} suppressHydrationWarning>
      {relativeTime(at, Math.max(current, Date.parse(at) <= Date.now() ? Date.parse(at) : 0))}
    </time>
  );
}
