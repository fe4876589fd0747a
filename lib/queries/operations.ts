import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { Stats } from "#lib/contract/stats.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

export function statsQuery(days = 14) {
  return queryOptions({
    queryKey: ["stats", days],
    queryFn: ({ signal }) => callApi<Stats>("/api/stats", { query: { days }, signal }),
    staleTime: 60_000,
  });
}

export type WorkerStatus = { id: string; last_heartbeat: string; active?: number; concurrency?: number };

export type QueueStatus = {
  depth: number | { total?: number; by_type?: Record<string, number>; by_priority?: Record<string, number> };
  active: number;
  oldest_wait_seconds: number | null;
  workers: WorkerStatus[];
  counts: Partial<Record<TaskStatus, number>>;
};

/** A worker that was not heard for this long is as good as gone. */
const silentAfterMs = 60_000;

export function isAlive(worker: WorkerStatus, now: number): boolean {
  return now - Date.parse(worker.last_heartbeat) < silentAfterMs;
}

export function queueStatusQuery() {
  return queryOptions({
    queryKey: ["queue-status"],
    queryFn: ({ signal }) => callApi<QueueStatus>("/api/tasks/queue/status", { signal }),
    refetchInterval: 15_000,
    staleTime: 5_000,
  });
}

export function queueDepth(status: QueueStatus): number {
  if (typeof status.depth === "number") return status.depth;
  return status.depth.total ?? Object.values(status.depth.by_type ?? {}).reduce((sum, count) => sum + count, 0);
}

export type Group = {
  task_source_group_id: string;
  counts: Partial<Record<TaskStatus, number>>;
  total: number;
  progress: number;
  total_cost: number;
  quality_score: number | null;
  first_activity: string;
  last_activity: string;
};

export function groupsQuery() {
  return queryOptions({
    queryKey: ["groups"],
    queryFn: async ({ signal }) => (await callApi<{ groups: Group[] }>("/api/groups", { signal })).groups,
    staleTime: 15_000,
  });
}

export function groupQuery(id: string) {
  return queryOptions({
    queryKey: ["groups", id],
    queryFn: ({ signal }) => callApi<Group>(`/api/groups/${encodeURIComponent(id)}`, { signal }),
    staleTime: 15_000,
  });
}
