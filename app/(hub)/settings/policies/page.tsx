import type { Metadata } from "next";
import { PoliciesScreen } from "#components/settings/policies-screen.tsx";
import { policiesQuery } from "#lib/queries/account-settings.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Policies" };

export default function PoliciesPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(policiesQuery())]}>
      <PoliciesScreen />
    </Prefetched>
  );
}
