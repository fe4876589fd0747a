"use client";
import { useSession } from "../shell/session-context.tsx";
import { useStoredState } from "../shell/stored-state.ts";

/** The text of the action on many that is at hand, "" for none: enough to know that there is one. */
export function useStoredRun(): [string, (text: string) => void] {
  const { account } = useSession();
  return useStoredState(`bulk-run:${account.id}`, "");
}
