import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Signal } from "#lib/contract/signal.ts";

/** What each signal says has changed. */
const toldOf: Record<Exclude<Signal["type"], "missed">, QueryKey> = {
  notifications: ["notifications"],
  presence: ["presence"],
  access: ["session"],
};

/** Asks again for what a signal is about, where it is on the screen. */
export function applySignal(client: QueryClient, signal: Signal): void {
  const keys = signal.type === "missed" ? Object.values(toldOf) : [toldOf[signal.type]];
  for (const queryKey of keys) if (queryKey) void client.invalidateQueries({ queryKey });
}
