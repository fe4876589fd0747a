"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { bePresent, leaveTask, presenceQuery } from "#lib/queries/presence.ts";
import { newKey } from "../task/new-key.ts";

type Kept = { task: string; visit: string };

const keptAs = "visit";

/** For the same page loaded again, which has what this one held. */
function keepVisit(kept: Kept): void {
  try {
    sessionStorage.setItem(keptAs, JSON.stringify(kept));
  } catch {
    // Without a store it comes anew, as any other page does.
  }
}

/** What this page was on before it was loaded again; another page of the tab is not its continuation. */
function reloadedVisit(task: string): string | undefined {
  const [loaded] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (loaded?.type !== "reload") return undefined;
  try {
    const kept: Kept | null = JSON.parse(sessionStorage.getItem(keptAs) ?? "null");
    return kept?.task === task ? kept.visit : undefined;
  } catch {
    return undefined;
  }
}

const renewMs = 10_000;
/** Who only passes over an item on the way to another does not stop anyone. */
const restMs = 120;

/**
 * Says that this person has a task open, for as long as the page is in front of them. A page that is hidden says
 * nothing, and lapses.
 * @param onSettled told once for each task who has it open, as the server saw the arrival
 */
export function usePresence(id: string | null, onSettled: (id: string, present: PresentPerson[]) => void): void {
  const client = useQueryClient();
  const latest = useRef(onSettled);
  latest.current = onSettled;
  useEffect(() => {
    if (id === null) return;
    let visit: string | null = null;
    let settled = false;
    async function say(task: string) {
      visit ??= newKey("visit");
      const mine = visit;
      const present = await bePresent(task, mine, reloadedVisit(task)).catch(() => null);
      if (!present || visit !== mine) return;
      client.setQueryData(presenceQuery().queryKey, present);
      if (!settled) latest.current(task, present);
      settled = true;
    }
    function leave(closing: boolean) {
      if (visit !== null && id !== null) leaveTask(id, visit, closing);
      visit = null;
    }
    const renew = () => {
      if (!document.hidden) void say(id);
    };
    const away = () => {
      if (visit !== null) keepVisit({ task: id, visit });
      leave(true);
    };
    // Out of the browser's own memory of the page, the visit that was left begins anew.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) renew();
    };
    const arriving = setTimeout(renew, restMs);
    const timer = setInterval(renew, renewMs);
    document.addEventListener("visibilitychange", renew);
    window.addEventListener("pagehide", away);
    window.addEventListener("pageshow", back);
    return () => {
      clearTimeout(arriving);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
      window.removeEventListener("pagehide", away);
      window.removeEventListener("pageshow", back);
      leave(false);
    };
  }, [id, client]);
}
