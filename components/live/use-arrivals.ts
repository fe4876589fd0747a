"use client";
import { useState } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import type { LiveTask } from "#lib/queries/live-cache.ts";
import { useLiveMessages } from "./live-context.tsx";

/** Tasks that belong in a list but wait outside it while someone reads: how many, and how to let them in. */
export function useArrivals(shown: readonly TaskListItem[], belongs: (task: LiveTask) => boolean) {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const known = new Set(shown.map((task) => task.task_id));
  useLiveMessages((message) => {
    const { task_id: id, task } = message;
    const arrives = task !== undefined && !known.has(id) && belongs(task);
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
