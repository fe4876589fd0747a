"use client";
import { useQuery } from "@tanstack/react-query";
import { statusCountsQuery, taskCountQuery, waitingFor } from "#lib/queries/tasks.ts";
import { useSession } from "./session-context.tsx";

/** How many tasks the desk has for this person; undefined until it is known. */
export function useWaitingForMe(): number | undefined {
  const { user } = useSession();
  const { data: counts } = useQuery(statusCountsQuery());
  // The counters are nearly free: while nothing waits for anybody, nothing is counted.
  const some = counts === undefined ? undefined : (counts.counts.awaiting_approval ?? 0) > 0;
  const { data: waiting } = useQuery({ ...taskCountQuery(waitingFor(user.id)), enabled: some === true });
  return some === false ? 0 : waiting;
}
