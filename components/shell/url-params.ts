"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";

/** How one value stands in the address; text that means nothing reads as absent, and what is at rest is left out. */
export type UrlParam<Value> = { read(text: string | null): Value; write(value: Value): string | null };

export const textParam: UrlParam<string> = {
  read: (text) => text ?? "",
  write: (value) => value || null,
};

export const numberParam: UrlParam<number | null> = {
  read: (text) => (text !== null && text !== "" && Number.isFinite(Number(text)) ? Number(text) : null),
  write: (value) => (value === null ? null : String(value)),
};

export const flagParam: UrlParam<boolean | null> = {
  read: (text) => (text === "true" ? true : text === "false" ? false : null),
  write: (value) => (value === null ? null : String(value)),
};

export const listParam: UrlParam<string[]> = {
  read: (text) => (text ? text.split(",").filter(Boolean) : []),
  write: (value) => value.join(",") || null,
};

export function choiceParam<Choice extends string>(choices: readonly Choice[], atRest: Choice): UrlParam<Choice> {
  return {
    read: (text) => choices.find((choice) => choice === text) ?? atRest,
    write: (value) => (value === atRest ? null : value),
  };
}

export function choicesParam<Choice extends string>(choices: readonly Choice[]): UrlParam<Choice[]> {
  return {
    read: (text) => choices.filter((choice) => text?.split(",").includes(choice)),
    write: (value) => value.join(",") || null,
  };
}

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

type Params = Record<string, UrlParam<unknown>>;
type Values<Given extends Params> = { [Name in keyof Given]: ReturnType<Given[Name]["read"]> };
/** Null puts a value to rest. */
export type UrlPatch<Given extends Params> = { [Name in keyof Given]?: ReturnType<Given[Name]["read"]> | null };

/**
 * Values that live in the address, so that they survive reload, back, and being sent to someone. `params` is a constant
 * of its module. Next follows `history.replaceState`, and nothing is asked of the server.
 */
export function useUrlParams<Given extends Params>(
  params: Given,
): [Values<Given>, (patch: UrlPatch<Given>, how?: "replace" | "push") => void] {
  const search = useQueryText();
  const values = useMemo(() => {
    const given = new URLSearchParams(search);
    // Each name is read by its own parameter, which is what the mapped type says.
    return Object.fromEntries(
      Object.entries(params).map(([name, param]) => [name, param.read(given.get(name))]),
    ) as Values<Given>;
  }, [params, search]);
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
