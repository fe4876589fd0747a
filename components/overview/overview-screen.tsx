"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { isAlive, queueStatusQuery, statsQuery } from "#lib/queries/operations.ts";
import { statusCountsQuery } from "#lib/queries/tasks.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { useSession } from "../shell/session-context.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useNow } from "../ui/time.tsx";
import { Machinery } from "./machinery.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { RunningNow } from "./running-now.tsx";
import { StatsPanel } from "./stats-panel.tsx";
import { Trouble } from "./trouble.tsx";
import { WaitingByKind } from "./waiting-by-kind.tsx";

const FirstSteps = dynamic(() => import("./first-steps.tsx").then((module) => module.FirstSteps), { ssr: false });

/** What needs someone, what runs, what is wrong, and how it has been going. */
export function OverviewScreen() {
  const counts = useQuery(statusCountsQuery());
  const stats = useQuery(statsQuery());
  const queue = useQuery(queueStatusQuery());
  const { user } = useSession();
  const now = useNow(10);
  if (counts.isError && !counts.data) {
    return (
      <>
        <PageHeader title="Overview" />
        <ErrorState error={counts.error} what="The overview could not be read" onRetry={() => void counts.refetch()} />
      </>
    );
  }
  const empty = counts.data?.total === 0;
  return (
    <>
      <PageHeader title={<span suppressHydrationWarning>{greeting(user.name)}</span>} />
      {empty ? (
        <FirstSteps />
      ) : (
        <div className="flex flex-col gap-6 p-6 max-sm:gap-4 max-sm:p-4">
          <NeedsYou />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 max-sm:gap-4 lg:grid-cols-3">
            <WaitingByKind waiting={stats.data?.waiting} />
            <RunningNow total={counts.data?.counts.generating ?? 0} />
            <Trouble
              failed={counts.data?.counts.failed ?? 0}
              held={counts.data?.counts.on_hold ?? 0}
              rejected={counts.data?.counts.rejected ?? 0}
              workers={queue.data?.workers.filter((worker) => isAlive(worker, now)).length}
            />
          </div>
          <StatsPanel stats={stats.data} error={stats.error} />
          <Machinery queue={queue.data} error={queue.error} costToday={stats.data?.cost_today} />
        </div>
      )}
    </>
  );
}

function greeting(name: string): string {
  const hour = new Date().getHours();
  const part = hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
  return `${part}, ${name.split(" ")[0] ?? name}`;
}
