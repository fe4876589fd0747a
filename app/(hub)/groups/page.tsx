import type { Metadata } from "next";
import { GroupsScreen } from "#components/groups/groups-screen.tsx";
import { groupsQuery } from "#lib/queries/operations.ts";
import { Prefetched } from "../prefetched.tsx";

export const metadata: Metadata = { title: "Groups" };

export default function GroupsPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(groupsQuery())]}>
      <GroupsScreen />
    </Prefetched>
  );
}
