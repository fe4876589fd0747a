import type { Metadata } from "next";
import { MembersScreen } from "#components/settings/members-screen.tsx";
import { membersQuery } from "#lib/queries/settings.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Members" };

export default function MembersPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(membersQuery())]}>
      <MembersScreen />
    </Prefetched>
  );
}
