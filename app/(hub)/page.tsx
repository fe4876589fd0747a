import type { Metadata } from "next";
import { OverviewScreen } from "#components/overview/overview-screen.tsx";
import { queueStatusQuery, statsQuery } from "#lib/queries/operations.ts";
import { statusCountsQuery } from "#lib/queries/tasks.ts";
import { Prefetched } from "./prefetched.tsx";

export const metadata: Metadata = { title: "Overview" };

export default function OverviewPage() {
  return (
    <Prefetched
      load={(client) => [
        client.prefetchQuery(statusCountsQuery()),
        client.prefetchQuery(statsQuery()),
        client.prefetchQuery(queueStatusQuery()),
      ]}
    >
      <OverviewScreen />
    </Prefetched>
  );
}
