"use client";
import clsx from "clsx";
import { type LiveState, useLiveState } from "../live/live-context.tsx";

const words: Record<LiveState, { label: string; detail: string }> = {
  live: { label: "Live", detail: "Changes show as they happen" },
  connecting: { label: "Connecting", detail: "Connecting to the stream of changes" },
  offline: { label: "Not live", detail: "The connection was lost; it is tried again by itself" },
};

export function LiveDot() {
  const state = useLiveState();
  const { label, detail } = words[state];
  return (
    <span role="status" title={detail} className="flex h-7 items-center gap-2 text-small text-ink-faint">
      <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5" fill="none">
        {state === "live" ? (
          <circle cx="5" cy="5" r="4" className="fill-good" />
        ) : (
          <circle
            cx="5"
            cy="5"
            r="3.5"
            strokeWidth="1.5"
            className={clsx(state === "offline" ? "stroke-bad" : "animate-breathe stroke-ink-faint")}
          />
        )}
      </svg>
      <span className="max-rail:sr-only">{label}</span>
    </span>
  );
}
