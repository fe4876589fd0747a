"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { readParams, type UrlParams, type UrlValues } from "./url-param.ts";

/** What was just written: Next takes it up a moment later, too late for someone who holds J down. */
let written: string | null = null;
let writtenOn = "";
const listeners = new Set<() => void>();

function setWritten(query: string | null): void {
  if (written === query) return;
  written = query;
  writtenOn = window.location.pathname;
  for (const notify of listeners) notify();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function useQueryText(): string {
  const taken = useSearchParams().toString();
  const ahead = useSyncExternalStore(
    subscribe,
    () => (writtenOn === window.location.pathname ? written : null),
    () => null,
  );
  useEffect(() => {
    if (taken === written) setWritten(null);
  }, [taken]);
  useEffect(() => {
    const forget = () => setWritten(null);
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  return ahead ?? taken;
}

/** Null puts a value to rest. */
export type UrlPatch<Given extends UrlParams> = { [Name in keyof Given]?: ReturnType<Given[Name]["read"]> | null };

/**
 * Values that live in the address, so that they survive reload, back, and being sent to someone. `params` is a constant
 * of its module. Next follows `history.replaceState`, and nothing is asked of the server.
 */
export function useUrlParams<Given extends UrlParams>(
  params: Given,
): [UrlValues<Given>, (patch: UrlPatch<Given>, how?: "replace" | "push") => void] {
  const search = useQueryText();
  const values = useMemo(() => readParams(params, new URLSearchParams(search)), [params, search]);
  const set = useCallback(
    (patch: UrlPatch<Given>, how: "replace" | "push" = "replace") => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(patch)) {
        const text = value === null || value === undefined ? null : params[name]?.write(value);
        if (text) next.set(name, text);
        else next.delete(name);
      }
      const query = next.toString();
      if (query !== new URLSearchParams(window.location.search).toString()) setWritten(query);
      const address = query ? `${window.location.pathname}?${query}` : window.location.pathname;
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [params],
  );
  return [values, set];
}
