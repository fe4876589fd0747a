import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { Draft, KeepDraft } from "#lib/contract/draft.ts";
import { taskPath } from "./tasks.ts";

/** What this person has typed into a task, here or elsewhere, as the hub keeps it. */
export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ["draft", id],
    queryFn: async ({ signal }) => (await callApi<{ draft: Draft | null }>(taskPath(id, "/draft"), { signal })).draft,
    staleTime: 10_000,
    // Offline it fails at once, and the browser's own copy is gone on with.
    networkMode: "always",
    retry: false,
  });
}

/** @returns when it was kept, which the next keeping names */
export async function putDraft(id: string, draft: KeepDraft): Promise<string> {
  const call = { method: "PUT", body: draft, outlivesPage: true } as const;
  return (await callApi<{ kept_at: string }>(taskPath(id, "/draft"), call)).kept_at;
}

/** @param keptAt of the draft that is meant; null for whichever there is */
export async function deleteDraft(id: string, keptAt: string | null): Promise<void> {
  await callApi(taskPath(id, "/draft"), { method: "DELETE", query: { kept_at: keptAt }, outlivesPage: true });
}
