import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { type TaskDetail, type TaskPage, taskKeys } from "./tasks.ts";

/** A task without its text, as the stream sends it. */
export type LiveTask = Omit<TaskListItem, "content">;

export type LiveMessage = { type: string; task_id: string; task?: LiveTask };

export type Pages = InfiniteData<TaskPage, string | null>;

/**
 * Writes one message of the stream into the cache. Rows change where they stand; new rows are left to the lists, which
 * offer them when the reader wants them.
 * @returns whether a list that is on the screen may lack this task.
 */
export function applyLiveMessage(client: QueryClient, message: LiveMessage): boolean {
  const id = message.task_id;
  const { task } = message;
  let missing = false;
  for (const [key, pages] of client.getQueriesData<Pages>({ queryKey: taskKeys.lists })) {
    if (!pages) continue;
    const known = pages.pages.some((page) => page.tasks.some((task) => task.task_id === id));
    if (!known) {
      missing = true;
      continue;
    }
    client.setQueryData<Pages>(key, withTask(pages, id, task ?? null));
  }
  if (task) {
    client.setQueryData<TaskDetail>(taskKeys.detail(id), (old) => (old ? mergeIntoDetail(old, task) : old));
  } else {
    client.removeQueries({ queryKey: taskKeys.detail(id) });
  }
  return missing;
}

function withTask(data: Pages, id: string, task: LiveTask | null): Pages {
  const pages = data.pages.map((page) => ({
    ...page,
    tasks: task
      ? page.tasks.map((old) => (old.task_id === id && old.updated_at <= task.updated_at ? { ...old, ...task } : old))
      : page.tasks.filter((old) => old.task_id !== id),
  }));
  return { ...data, pages };
}

/**
 * Only what moves while someone reads. The text, its picture and its hash stay those of one revision until all of them
 * are fetched together: a decision is about what was on the screen.
 */
function mergeIntoDetail(old: TaskDetail, task: LiveTask): TaskDetail {
  if (old.updated_at > task.updated_at) return old;
  const { status, state, approval_status, progress, phase, message, error_message, total_cost, assigned_to } = task;
  return { ...old, status, state, approval_status, progress, phase, message, error_message, total_cost, assigned_to };
}
