"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Stats } from "#lib/contract/stats.ts";
import { count, money, percent, score } from "#lib/format/number.ts";
import { DayBars } from "../ui/day-bars.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { SparkLine } from "../ui/spark-line.tsx";
import { SpentOn } from "./spent-on.tsx";

/** Two weeks in four numbers, and what they were spent on; each leads to the tasks behind it. */
export function StatsPanel({ stats, error }: { stats: Stats | undefined; error: unknown }) {
  if (error && !stats) return <ErrorLine error={error} />;
  if (!stats) return null;
  const { days } = stats;
  const since = `from=${days[0]?.date ?? ""}`;
  const made = days.reduce((sum, day) => sum + day.completed, 0);
  const spent = days.reduce((sum, day) => sum + day.cost, 0);
  return (
    <section aria-label="The last two weeks" className="rounded-lg border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-3">The last two weeks</h2>
      <div className="grid divide-line max-lg:divide-y sm:grid-cols-2 lg:grid-cols-4 lg:divide-x">
        <Figure
          href={`/queue?status=completed,approved,published,awaiting_approval,rejected&${since}`}
          name="Made"
          value={count(made)}
        >
          <DayBars label="Made by day" days={days.map((day) => bar(day, day.completed, count(day.completed)))} />
        </Figure>
        <Figure
          href={`/queue?status=approved,published&${since}`}
          name="Approval rate"
          value={stats.approval_rate === null ? "–" : percent(stats.approval_rate)}
        >
          <SparkLine values={days.map(approvalRate)} low={0} high={1} />
        </Figure>
        <Figure
          href={`/queue?sort=quality_score&${since}`}
          name="Quality"
          value={stats.average_quality === null ? "–" : score(stats.average_quality)}
        >
          <SparkLine values={days.map((day) => day.quality)} low={4} high={10} />
        </Figure>
        <Figure
          href={`/queue?status=approved,published&${since}`}
          name="Cost per approved"
          value={stats.cost_per_approved === null ? "–" : money(stats.cost_per_approved)}
          note={`${money(spent)} in all`}
        >
          <DayBars label="Cost by day" days={days.map((day) => bar(day, day.cost, money(day.cost)))} />
        </Figure>
      </div>
      {stats.types.length > 0 ? (
        <div className="grid grid-cols-[minmax(0,1fr)] divide-line border-t border-line max-lg:divide-y lg:grid-cols-2 lg:divide-x">
          <SpentOn
            title="By type"
            rows={stats.types.map(({ task_type: type, ...share }) => ({
              ...share,
              name: type.replaceAll("_", " "),
              href: `/queue?type=${encodeURIComponent(type)}&${since}`,
            }))}
          />
          <SpentOn
            title="By model"
            rows={stats.models.map(({ model, ...share }) => ({
              ...share,
              name: model,
              href: `/queue?model=${encodeURIComponent(model)}&${since}`,
            }))}
          />
        </div>
      ) : null}
    </section>
  );
}

type DayStats = Stats["days"][number];

function bar(day: DayStats, value: number, text: string) {
  return { date: day.date, value, text };
}

function approvalRate(day: DayStats): number | null {
  const decided = day.approved + day.rejected;
  return decided === 0 ? null : day.approved / decided;
}

type FigureProps = { href: string; name: string; value: string; note?: string; children: ReactNode };

function Figure({ href, name, value, note, children }: FigureProps) {
  return (
    <Link
      href={href}
      className="flex flex-col gap-3 p-4 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="text-ink-soft">{name}</span>
        {note ? <span className="tabular text-small text-ink-faint">{note}</span> : null}
      </span>
      <span className="tabular text-display font-strong">{value}</span>
      {children}
    </Link>
  );
}
