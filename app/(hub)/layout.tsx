import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell.tsx";
import { readTheme, themeCookie } from "#components/shell/theme.ts";
import { requireViewer } from "./viewer.ts";

export default async function HubLayout({ children }: { children: ReactNode }) {
  const session = await requireViewer();
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppShell session={session} theme={theme}>
      {children}
    </AppShell>
  );
}
