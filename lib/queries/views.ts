import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";

/** @property query the queue's query string, without the question mark */
export type SavedView = { id: string; name: string; query: string };

export function viewsQuery() {
  return queryOptions({
    queryKey: ["views"],
    queryFn: async ({ signal }) => (await callApi<{ views: SavedView[] }>("/api/views", { signal })).views,
    staleTime: 5 * 60_000,
  });
}

export function saveView(view: Omit<SavedView, "id">): Promise<SavedView> {
  return callApi("/api/views", { method: "POST", body: view });
}

export function deleteView(id: string): Promise<void> {
  return callApi(`/api/views/${encodeURIComponent(id)}`, { method: "DELETE" });
}
