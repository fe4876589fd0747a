import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { TaskGroup } from "#lib/contract/group.ts";
import type { QueueStatus } from "#lib/contract/queue-status.ts";
import type { Stats } from "#lib/contract/stats.ts";

export function statsQuery(days = 14) {
  return queryOptions({
    queryKey: ["stats", days],
    queryFn: ({ signal }) => callApi<Stats>("/api/stats", { query: { days }, signal }),
    staleTime: 60_000,
  });
}

/** A worker that was not heard for this long is as good as gone. */
const silentAfterMs = 60_000;

export function isAlive(worker: QueueStatus["workers"][number], now: number): boolean {
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

export function groupsQuery() {
  return queryOptions({
    queryKey: ["groups"],
    queryFn: async ({ signal }) => (await callApi<{ groups: TaskGroup[] }>("/api/groups", { signal })).groups,
    staleTime: 15_000,
  });
}

export function groupQuery(id: string) {
  return queryOptions({
    queryKey: ["groups", id],
    queryFn: ({ signal }) => callApi<TaskGroup>(`/api/groups/${encodeURIComponent(id)}`, { signal }),
    staleTime: 15_000,
  });
}
