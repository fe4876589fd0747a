import { type QueryClient, type QueryKey, queryOptions, skipToken } from "@tanstack/react-query";
import type { Signal, Writing } from "#lib/contract/signal.ts";

/** What each signal says has changed; access is told by the server with every page. */
const toldOf: Record<Exclude<Signal["type"], "missed" | "writing" | "access">, QueryKey> = {
  notifications: ["notifications"],
  presence: ["presence"],
};

/** The end of what a task is writing, as the stream has told it last; nobody can be asked for it. */
export function writingQuery(taskId: string) {
  return queryOptions<Writing>({ queryKey: ["writing", taskId], queryFn: skipToken });
}

/** Asks again for what a signal is about, where it is on the screen. */
export function applySignal(client: QueryClient, signal: Signal): void {
  if (signal.type === "writing") {
    client.setQueryData(writingQuery(signal.task_id).queryKey, signal);
    return;
  }
  if (signal.type === "access") return;
  const keys = signal.type === "missed" ? Object.values(toldOf) : [toldOf[signal.type]];
  for (const queryKey of keys) void client.invalidateQueries({ queryKey });
}
