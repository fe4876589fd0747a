import type { Metadata } from "next";
import { OverviewScreen } from "#components/overview/overview-screen.tsx";
import { queueStatusQuery, statsQuery } from "#lib/queries/operations.ts";
import { latestFailuresQuery, oldestWaitingQuery, runningQuery } from "#lib/queries/tasks.ts";
import { Prefetched } from "./prefetched.tsx";
import { requireViewer } from "./viewer.ts";

export const metadata: Metadata = { title: "Overview" };

/** The counts by status come with the shell. */
export default async function OverviewPage() {
  const { user } = await requireViewer();
  return (
    <Prefetched
      load={(client) => [
        client.fetchQuery(statsQuery()),
        client.fetchQuery(queueStatusQuery()),
        client.fetchQuery(oldestWaitingQuery(user.id)),
        client.fetchInfiniteQuery(runningQuery()),
        client.fetchInfiniteQuery(latestFailuresQuery()),
      ]}
    >
      <OverviewScreen />
    </Prefetched>
  );
}
