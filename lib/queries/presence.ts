import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { taskPath } from "./tasks.ts";

type Present = { present: PresentPerson[] };

/** Who has which task open; the live stream says when to ask again. */
export function presenceQuery() {
  return queryOptions({
    queryKey: ["presence"],
    queryFn: async ({ signal }) => (await callApi<Present>("/api/presence", { signal })).present,
    staleTime: 30_000,
  });
}

export async function bePresent(id: string): Promise<PresentPerson[]> {
  return (await callApi<Present>(taskPath(id, "/presence"), { method: "PUT", body: {} })).present;
}

/** Also as the page goes: the request outlives it. */
export function leaveTask(id: string): void {
  const gone = { method: "DELETE", keepalive: true, credentials: "same-origin" } as const;
  // Unheard, it lapses by itself.
  void fetch(taskPath(id, "/presence"), gone).catch(() => {});
}

/** Whose it is to decide, when that is somebody else. */
export function holderOf(present: readonly PresentPerson[], id: string, me: string): PresentPerson | null {
  return present.find((person) => person.task_id === id && person.holds && person.user_id !== me) ?? null;
}
