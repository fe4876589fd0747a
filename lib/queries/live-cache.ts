import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { type TaskDetail, type TaskPage, taskKeys } from "./tasks.ts";

export type LiveMessage = { type: string; task: TaskListItem } | { type: "deleted"; task_id: string };

type Pages = InfiniteData<TaskPage, string | null>;

/**
 * Writes one message of the stream into the cache. Rows change where they stand; new rows are left to the lists, which
 * offer them when the reader wants them.
 * @returns whether a list that is on the screen may lack this task.
 */
export function applyLiveMessage(client: QueryClient, message: LiveMessage): boolean {
  const id = "task" in message ? message.task.task_id : message.task_id;
  let missing = false;
  for (const [key, pages] of client.getQueriesData<Pages>({ queryKey: taskKeys.lists })) {
    if (!pages) continue;
    const known = pages.pages.some((page) => page.tasks.some((task) => task.task_id === id));
    if (!known) {
      missing = true;
      continue;
    }
    client.setQueryData<Pages>(key, withTask(pages, id, "task" in message ? message.task : null));
  }
  if ("task" in message) {
    client.setQueryData<TaskDetail>(taskKeys.detail(id), (old) => (old ? mergeIntoDetail(old, message.task) : old));
  } else {
    client.removeQueries({ queryKey: taskKeys.detail(id) });
  }
  return missing;
}

function withTask(data: Pages, id: string, task: TaskListItem | null): Pages {
  const pages = data.pages.map((page) => ({
    ...page,
    tasks: task
      ? page.tasks.map((old) => (old.task_id === id && old.updated_at <= task.updated_at ? task : old))
      : page.tasks.filter((old) => old.task_id !== id),
  }));
  return { ...data, pages };
}

/** `id` is the number in lists and the id in details; signed addresses are kept, so that images do not load again. */
function mergeIntoDetail(old: TaskDetail, task: TaskListItem): TaskDetail {
  if (old.updated_at > task.updated_at) return old;
  const sameRevision = old.revision_sha256 === task.revision_sha256;
  const { content, featured_image_url, result_url, ...moving } = task;
  return { ...old, ...moving, ...(sameRevision ? {} : { content, featured_image_url, result_url }), id: old.id };
}
