"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { bePresent, leaveTask, presenceQuery } from "#lib/queries/presence.ts";

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
    let settled = false;
    let left = false;
    let saying: Promise<void> | null = null;
    async function say(task: string) {
      const present = await bePresent(task).catch(() => null);
      if (!present || left) return;
      client.setQueryData(presenceQuery().queryKey, present);
      if (!settled) latest.current(task, present);
      settled = true;
    }
    const renew = () => {
      if (!document.hidden) saying = say(id);
    };
    const away = () => leaveTask(id);
    const arriving = setTimeout(renew, restMs);
    const timer = setInterval(renew, renewMs);
    document.addEventListener("visibilitychange", renew);
    window.addEventListener("pagehide", away);
    return () => {
      left = true;
      clearTimeout(arriving);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
      window.removeEventListener("pagehide", away);
      // Behind what is still on its way, which would bring it back.
      void saying?.then(away);
    };
  }, [id, client]);
}
