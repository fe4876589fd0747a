import type { Metadata } from "next";
import { readQueueFilters, toTaskFilters } from "#components/queue/queue-filters.ts";
import { QueueScreen } from "#components/queue/queue-screen.tsx";
import { taskListQuery } from "#lib/queries/tasks.ts";
import { viewsQuery } from "#lib/queries/views.ts";
import { Prefetched } from "../prefetched.tsx";
import { readSearch, type SearchParams } from "../search.ts";

export const metadata: Metadata = { title: "Queue" };

type Props = { searchParams: SearchParams };

export default async function QueuePage({ searchParams }: Props) {
  const search = await readSearch(searchParams);
  return (
    <Prefetched
      load={(client) => [
        client.fetchInfiniteQuery(taskListQuery(toTaskFilters(readQueueFilters(search)), 100)),
        client.fetchQuery(viewsQuery()),
      ]}
    >
      <QueueScreen />
    </Prefetched>
  );
}
