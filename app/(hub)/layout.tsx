import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell.tsx";
import { readTheme, themeCookie } from "#components/shell/theme.ts";
import { unreadCountQuery } from "#lib/queries/notifications.ts";
import { statusCountsQuery, taskCountQuery, waitingFor } from "#lib/queries/tasks.ts";
import { liveFrom } from "./live-from.ts";
import { prefetch } from "./prefetched.tsx";
import { requireViewer } from "./viewer.ts";

export default async function HubLayout({ children }: { children: ReactNode }) {
  const session = await requireViewer();
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const badges = await prefetch((client) => [
    client.fetchQuery(statusCountsQuery()),
    client.fetchQuery(taskCountQuery(waitingFor(session.user.id))),
    client.fetchQuery(unreadCountQuery()),
  ]);
  return (
    <AppShell session={session} theme={theme} badges={badges} liveFrom={await liveFrom()}>
      {children}
    </AppShell>
  );
}
