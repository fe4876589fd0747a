import type { Metadata } from "next";
import { YouScreen } from "#components/settings/you-screen.tsx";
import { notificationSettingsQuery } from "#lib/queries/notifications.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "You" };

export default function YouPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(notificationSettingsQuery())]}>
      <YouScreen />
    </Prefetched>
  );
}
