"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { callApi } from "#lib/api-client.ts";
import { applyLiveMessage, type LiveMessage } from "#lib/queries/live-cache.ts";
import { applySignal } from "#lib/queries/signals.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { goWhenSignedOut } from "../shell/go-when-signed-out.ts";
import { type Live, LiveContext, type LiveState } from "./live-context.tsx";
import { openStream } from "./open-stream.ts";
import { keepRecent } from "./recent-messages.ts";

/** Numbers and histories that follow from tasks are asked for again at most this often. */
const followUpMs = 1200;

type Props = {
  /** The event after which the data that the page came with may have missed something. */
  from: string;
  children: ReactNode;
};

/** One stream for the whole tab; what it says is written into the query cache. */
export function LiveProvider({ from, children }: Props) {
  const client = useQueryClient();
  const router = useRouter();
  const [state, setState] = useState<LiveState>("connecting");
  // A screen that the server shapes anew brings another, of which the open stream has no need.
  const begin = useRef(from);
  const listeners = useRef(new Set<(message: LiveMessage) => void>());

  useEffect(() => {
    const touched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    function followUp() {
      timer = undefined;
      for (const id of touched) {
        void client.invalidateQueries({ queryKey: taskKeys.detail(id) });
        void client.invalidateQueries({ queryKey: taskKeys.history(id) });
      }
      touched.clear();
      for (const queryKey of [taskKeys.counts, ["stats"], ["groups"], ["queue-status"]]) {
        void client.invalidateQueries({ queryKey });
      }
    }
    function tell(message: LiveMessage) {
      applyLiveMessage(client, message);
      for (const listener of listeners.current) listener(message);
      touched.add(message.task_id);
      timer ??= setTimeout(followUp, followUpMs);
    }
    const recent = keepRecent(client, tell);
    const close = openStream("/api/tasks/stream?writing=true", begin.current, {
      onState: setState,
      onSignal: (signal) => {
        applySignal(client, signal);
        // The screen is shaped by the session that the server gave it; a signal of its change may be among the missed.
        if (signal.type === "access" || signal.type === "missed") router.refresh();
      },
      onRefused: () => void callApi("/api/session").catch(goWhenSignedOut),
      onReturn: () => void client.invalidateQueries(),
      onMessage: (message) => {
        tell(message);
        recent.add(message);
      },
    });
    return () => {
      close();
      recent.stop();
      clearTimeout(timer);
    };
  }, [client, router]);

  const live = useMemo<Live>(
    () => ({
      state,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}
