import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi, callApiWithTag } from "#lib/api-client.ts";
import type { RevisionBlocks } from "#lib/contract/revision-blocks.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import type {
  RevisionDetailResponse,
  RevisionResponse,
  TaskListItem,
  TaskResponse,
} from "#lib/contract/task-response.ts";

export const sortFields = ["created_at", "updated_at", "status", "task_type", "priority", "quality_score"] as const;
export type SortField = (typeof sortFields)[number];

/** The list's filters, in the API's own words. */
export type TaskFilters = {
  status?: readonly string[];
  task_type?: readonly string[];
  task_source_group_id?: string;
  task_source_ids?: readonly string[];
  assigned_to?: string;
  /** A user's id: what they have approved of what waits for more, and what they have not. */
  approved_by?: string;
  not_approved_by?: string;
  /** Ids or numbers. */
  task_ids?: readonly string[];
  model_name?: string;
  model_used?: string;
  q?: string;
  min_quality?: number;
  degraded?: boolean;
  snoozed?: boolean;
  created_from?: string;
  created_to?: string;
  finished_from?: string;
  finished_to?: string;
  decided_from?: string;
  decided_to?: string;
  spent_from?: string;
  spent_to?: string;
  sort_by?: SortField | "review_order";
  sort_order?: "asc" | "desc";
};

export type TaskPage = {
  tasks: TaskListItem[];
  total: number;
  limit: number;
  offset: number;
  next_cursor: string | null;
  total_capped?: boolean;
};

/** A task with the tag that an edit must send back. */
export type TaskDetail = TaskResponse & { etag: string | null };

export const taskKeys = {
  all: ["tasks"] as const,
  lists: ["tasks", "list"] as const,
  list: (filters: TaskFilters) => ["tasks", "list", filters] as const,
  details: ["tasks", "detail"] as const,
  detail: (id: string) => ["tasks", "detail", id] as const,
  history: (id: string) => ["tasks", "history", id] as const,
  counts: ["tasks", "counts"] as const,
};

export function taskPath(id: string, rest = ""): string {
  return `/api/tasks/${encodeURIComponent(id)}${rest}`;
}

/** Lists show an excerpt of each text, and a hundred long ones are megabytes. */
export const withoutText = { content: false } as const;

/** Pages of a list, one cursor after another. */
export function taskListQuery(filters: TaskFilters, limit = 50) {
  return infiniteQueryOptions({
    queryKey: taskKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      callApi<TaskPage>("/api/tasks", { query: { ...filters, ...withoutText, limit, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** What a group consists of, in the order in which it was asked for. */
export function groupTasksQuery(id: string) {
  return taskListQuery({ task_source_group_id: id, sort_by: "created_at", sort_order: "asc" }, 100);
}

/** What runs now, the latest first. */
export function runningQuery() {
  return taskListQuery({ status: ["generating"], sort_by: "updated_at", sort_order: "desc" }, 20);
}

export function latestFailuresQuery() {
  return taskListQuery({ status: ["failed"], sort_by: "updated_at", sort_order: "desc" }, 5);
}

export function listedTasks(data: { pages: TaskPage[] } | undefined): TaskListItem[] {
  const seen = new Set<string>();
  return (data?.pages ?? []).flatMap((page) =>
    page.tasks.filter((task) => !seen.has(task.task_id) && seen.add(task.task_id)),
  );
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: taskKeys.detail(id),
    queryFn: async ({ signal }): Promise<TaskDetail> => {
      const { answer, etag } = await callApiWithTag<TaskResponse>(taskPath(id), { signal });
      return { ...answer, etag };
    },
    staleTime: 15_000,
  });
}

export function isApprovedBy({ approvals }: Pick<TaskListItem, "approvals">, userId: string): boolean {
  return approvals?.given.some((approval) => approval.user_id === userId) ?? false;
}

/** Whether a reviewer has taken it off the desk for now. */
export function isSnoozed({ snoozed_until: until }: Pick<TaskListItem, "snoozed_until">): boolean {
  return until !== null && Date.parse(until) > Date.now();
}

/** What this person has still to look at: what they have approved waits for others, and what is snoozed for its time. */
export function waitingFor(userId: string) {
  return { status: ["awaiting_approval"], not_approved_by: userId, snoozed: false } as const;
}

/** What has waited longest for this person. */
export function oldestWaitingQuery(userId: string) {
  const query = { ...waitingFor(userId), sort_by: "updated_at", sort_order: "asc", ...withoutText, limit: 1 };
  return queryOptions({
    queryKey: [...taskKeys.counts, "oldest-waiting"],
    queryFn: async ({ signal }) => (await callApi<TaskPage>("/api/tasks", { query, signal })).tasks[0] ?? null,
    staleTime: 30_000,
  });
}

/** As far as the lists count. */
export const mostCounted = 10_000;

/** How many tasks the filters find; above `mostCounted` it says no more than that there are more. */
export function taskCountQuery(filters: TaskFilters) {
  const query = { ...filters, up_to: mostCounted + 1 };
  return queryOptions({
    queryKey: [...taskKeys.counts, filters],
    queryFn: async ({ signal }) =>
      (await callApi<{ total: number }>("/api/tasks/count/total", { query, signal })).total,
    staleTime: 30_000,
  });
}

export type StatusCounts = { counts: Partial<Record<TaskStatus, number>>; total: number };

export function statusCountsQuery() {
  return queryOptions({
    queryKey: taskKeys.counts,
    queryFn: ({ signal }) => callApi<StatusCounts>("/api/tasks/count/by-status", { signal }),
    staleTime: 30_000,
  });
}

export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: [...taskKeys.history(id), "revisions"],
    queryFn: async ({ signal }) =>
      (await callApi<{ revisions: RevisionResponse[] }>(taskPath(id, "/revisions"), { signal })).revisions,
  });
}

/** What of the current revision can be made again alone, with the comments that are about it. */
export function taskBlocksQuery(id: string) {
  return queryOptions({
    queryKey: [...taskKeys.history(id), "blocks"],
    queryFn: ({ signal }) => callApi<RevisionBlocks>(taskPath(id, "/blocks"), { signal }),
  });
}

/** A revision never changes, so it is asked for once. */
export function revisionQuery(id: string, number: number) {
  return queryOptions({
    queryKey: ["revision", id, number],
    queryFn: ({ signal }) => callApi<RevisionDetailResponse>(taskPath(id, `/revisions/${number}`), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
