"use client";
import { createContext, useContext, useEffect, useRef } from "react";
import type { LiveMessage } from "#lib/queries/live-cache.ts";

export type LiveState = "connecting" | "live" | "offline";

export type Live = { state: LiveState; listen: (listener: (message: LiveMessage) => void) => () => void };

export const LiveContext = createContext<Live>({ state: "connecting", listen: () => () => {} });

export function useLiveState(): LiveState {
  return useContext(LiveContext).state;
}

/** Hears every message of the stream, after it was written into the cache. */
export function useLiveMessages(onMessage: (message: LiveMessage) => void): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(() => listen((message) => latest.current(message)), [listen]);
}
