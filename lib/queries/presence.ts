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

/**
 * @param visit this opening of the task, by a name of its own
 * @param resumes that of the page before it was loaded again
 */
export async function bePresent(id: string, visit: string, resumes?: string): Promise<PresentPerson[]> {
  const body = { visit, ...(resumes ? { resumes } : {}) };
  return (await callApi<Present>(taskPath(id, "/presence"), { method: "PUT", body })).present;
}

/**
 * Also as the page goes: the request outlives it, and may come after what the page that takes its place says.
 * @param closing whether it is the page that goes, and may only be loading again
 */
export function leaveTask(id: string, visit: string, closing: boolean): void {
  const gone = { method: "DELETE", keepalive: true, credentials: "same-origin" } as const;
  // Unheard, it lapses by itself.
  void fetch(taskPath(id, `/presence?visit=${visit}&closing=${closing}`), gone).catch(() => {});
}

/** Whose it is to decide, when that is somebody else. */
export function holderOf(present: readonly PresentPerson[], id: string, me: string): PresentPerson | null {
  return present.find((person) => person.task_id === id && person.holds && person.user_id !== me) ?? null;
}
