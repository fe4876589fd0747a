"use client";
import { useState } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { useLiveMessages } from "./live-context.tsx";

/** Tasks that belong in a list but wait outside it while someone reads: how many, and how to let them in. */
export function useArrivals(shown: readonly TaskListItem[], belongs: (task: TaskListItem) => boolean) {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const known = new Set(shown.map((task) => task.task_id));
  useLiveMessages((message) => {
    const id = "task" in message ? message.task.task_id : message.task_id;
    const arrives = "task" in message && !known.has(id) && belongs(message.task);
    if (arrives === waiting.has(id)) return;
    setWaiting((before) => {
      const after = new Set(before);
      if (arrives) after.add(id);
      else after.delete(id);
      return after;
    });
  });
  const count = [...waiting].filter((id) => !known.has(id)).length;
  return { count, clear: () => setWaiting(new Set()) };
}
