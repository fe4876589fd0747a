"use client";
import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { Session } from "#lib/queries/session.ts";
import { LiveProvider } from "../live/live-provider.tsx";
import { NoticesContext } from "../notices/notices-context.ts";
import { Toaster } from "../ui/toaster.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { PaletteContext } from "./palette-context.ts";
import { QueryProvider } from "./query-provider.tsx";
import { Rail } from "./rail.tsx";
import { SessionProvider } from "./session-context.tsx";
import { ShortcutsProvider, useShortcuts } from "./shortcuts.tsx";
import type { Theme } from "./theme.ts";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutSheet = dynamic(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet), {
  ssr: false,
});

const NoticesPanel = dynamic(() => import("../notices/notices-panel.tsx").then((module) => module.NoticesPanel), {
  ssr: false,
});

type Props = {
  session: Session;
  theme: Theme;
  /** What the rail counts, as the server knew it. */
  badges: DehydratedState;
  /** The event after which the page may have missed something. */
  liveFrom: string;
  children: ReactNode;
};

export function AppShell({ session, theme, badges, liveFrom, children }: Props) {
  return (
    <SessionProvider session={session}>
      <QueryProvider>
        <LiveProvider from={liveFrom}>
          <ShortcutsProvider>
            <HydrationBoundary state={badges}>
              <Frame theme={theme}>{children}</Frame>
            </HydrationBoundary>
          </ShortcutsProvider>
        </LiveProvider>
      </QueryProvider>
    </SessionProvider>
  );
}

function Frame({ theme, children }: { theme: Theme; children: ReactNode }) {
  const [floating, setFloating] = useState<"palette" | "keys" | "notices" | null>(null);
  useShortcuts("Everywhere", [
    { keys: "mod+k", label: "Find or do anything", run: () => setFloating("palette"), inFields: true },
    { keys: "n", label: "Notifications", run: () => setFloating("notices") },
    { keys: "?", label: "Show the keys", run: () => setFloating("keys") },
  ]);
  return (
    <PaletteContext.Provider value={() => setFloating("palette")}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-3 py-2 text-paper focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <NoticesContext.Provider value={() => setFloating("notices")}>
          <Rail theme={theme} />
          <div className="flex min-w-0 flex-1 flex-col">
            <OfflineBar />
            <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-hidden">
              {children}
            </main>
            <BottomBar />
          </div>
        </NoticesContext.Provider>
      </div>
      <Toaster />
      {floating === "palette" ? (
        <CommandPalette
          onClose={() => setFloating(null)}
          onShowKeys={() => setFloating("keys")}
          onShowNotices={() => setFloating("notices")}
        />
      ) : null}
      {floating === "notices" ? <NoticesPanel onClose={() => setFloating(null)} /> : null}
      {floating === "keys" ? <ShortcutSheet open onClose={() => setFloating(null)} /> : null}
    </PaletteContext.Provider>
  );
}
