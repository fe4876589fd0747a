import type { Metadata } from "next";
import { GroupScreen } from "#components/groups/group-screen.tsx";
import { groupQuery } from "#lib/queries/operations.ts";
import { groupTasksQuery } from "#lib/queries/tasks.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Group" };

type Props = { params: Promise<{ id: string }> };

export default async function GroupPage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return (
    <Prefetched load={(client) => [client.fetchQuery(groupQuery(id)), client.fetchInfiniteQuery(groupTasksQuery(id))]}>
      <GroupScreen id={id} />
    </Prefetched>
  );
}
