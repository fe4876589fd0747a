import type { Metadata } from "next";
import { KeysScreen } from "#components/settings/keys-screen.tsx";
import { keysQuery } from "#lib/queries/settings.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Keys" };

export default function KeysPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(keysQuery())]}>
      <KeysScreen />
    </Prefetched>
  );
}
