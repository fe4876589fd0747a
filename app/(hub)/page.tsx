import type { Metadata } from "next";
import { OverviewScreen } from "#components/overview/overview-screen.tsx";
import { queueStatusQuery, statsQuery } from "#lib/queries/operations.ts";
import { statusCountsQuery, taskCountQuery, waitingFor } from "#lib/queries/tasks.ts";
import { Prefetched } from "./prefetched.tsx";
import { requireViewer } from "./viewer.ts";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const { user } = await requireViewer();
  return (
    <Prefetched
      load={(client) => [
        client.prefetchQuery(statusCountsQuery()),
        client.prefetchQuery(taskCountQuery(waitingFor(user.id))),
        client.prefetchQuery(statsQuery()),
        client.prefetchQuery(queueStatusQuery()),
      ]}
    >
      <OverviewScreen />
    </Prefetched>
  );
}
