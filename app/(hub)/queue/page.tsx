import type { Metadata } from "next";
import { readQueueFilters, toTaskFilters } from "#components/queue/queue-filters.ts";
import { QueueScreen } from "#components/queue/queue-screen.tsx";
import { taskListQuery } from "#lib/queries/tasks.ts";
import { viewsQuery } from "#lib/queries/views.ts";
import { Prefetched } from "../prefetched.tsx";

export const metadata: Metadata = { title: "Queue" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function QueuePage({ searchParams }: Props) {
  const search = new URLSearchParams(
    Object.entries(await searchParams).map(([name, value]): [string, string] => [name, [value].flat()[0] ?? ""]),
  );
  return (
    <Prefetched
      load={(client) => [
        client.prefetchInfiniteQuery(taskListQuery(toTaskFilters(readQueueFilters(search)), 100)),
        client.prefetchQuery(viewsQuery()),
      ]}
    >
      <QueueScreen />
    </Prefetched>
  );
}
