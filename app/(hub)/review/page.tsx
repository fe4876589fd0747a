import type { QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { type DeskFilters, deskParams, deskQuery, firstOnDesk } from "#components/review/desk-queries.ts";
import { ReviewScreen } from "#components/review/review-screen.tsx";
import { readParams } from "#components/shell/url-param.ts";
import { presenceQuery } from "#lib/queries/presence.ts";
import { listedTasks, taskQuery } from "#lib/queries/tasks.ts";
import { Prefetched } from "../prefetched.tsx";
import { readSearch, type SearchParams } from "../search.ts";
import { requireViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireViewer();
  const { task, ...filters } = readParams(deskParams, await readSearch(searchParams));
  return (
    <Prefetched
      load={(client) => {
        const listed = client.fetchInfiniteQuery(deskQuery(user.id, filters));
        return task
          ? [listed, client.fetchQuery(presenceQuery()), client.fetchQuery(taskQuery(task))]
          : [loadFirst(client, user.id, filters)];
      }}
    >
      <ReviewScreen />
    </Prefetched>
  );
}

/** The list, and whole what the desk puts up from it. */
async function loadFirst(client: QueryClient, me: string, filters: DeskFilters): Promise<void> {
  const [list, present] = await Promise.all([
    client.fetchInfiniteQuery(deskQuery(me, filters)),
    client.fetchQuery(presenceQuery()),
  ]);
  const first = firstOnDesk(listedTasks(list), present, me, filters);
  if (first) await client.fetchQuery(taskQuery(first.task_id));
}
