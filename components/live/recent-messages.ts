import { matchQuery, type Query, type QueryClient } from "@tanstack/react-query";
import type { LiveMessage, Pages } from "#lib/queries/live-cache.ts";
import { type TaskDetail, taskKeys } from "#lib/queries/tasks.ts";

/** Milliseconds in which a page is rendered and has arrived, where both ends are slow. */
const onItsWayMs = 30_000;

/**
 * A page comes with data as old as its rendering, and what the stream told meanwhile found nothing to be written into. So
 * the last messages are kept, and those that know more than such data are told again when it has come.
 */
export function keepRecent(client: QueryClient, tell: (message: LiveMessage) => void) {
  const recent = new Map<string, { at: number; message: LiveMessage }>();
  const arrived = new Set<Query>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forgetOld() {
    for (const [id, { at }] of recent) if (performance.now() - at > onItsWayMs) recent.delete(id);
  }
  function tellAgain() {
    timer = undefined;
    forgetOld();
    const shown = [...arrived].flatMap(tasksOf);
    arrived.clear();
    for (const { message } of [...recent.values()]) {
      const { task_id: id, task } = message;
      if (task && shown.some((old) => old.task_id === id && old.updated_at < task.updated_at)) tell(message);
    }
  }
  const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
    // What the browser asks for itself has no data when it is added.
    if (type !== "added" || query.state.data === undefined) return;
    arrived.add(query);
    // A moment later: it is added in the midst of rendering.
    timer ??= setTimeout(tellAgain);
  });

  return {
    /** Keeps the latest of a task, which says all that those before it said. */
    add(message: LiveMessage): void {
      forgetOld();
      recent.set(message.task_id, { at: performance.now(), message });
    },
    stop(): void {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}

function tasksOf(query: Query): { task_id: string; updated_at: string }[] {
  const { data } = query.state;
  if (matchQuery({ queryKey: taskKeys.details }, query)) return [data as TaskDetail];
  if (matchQuery({ queryKey: taskKeys.lists }, query)) return (data as Pages).pages.flatMap(({ tasks }) => tasks);
  return [];
}
