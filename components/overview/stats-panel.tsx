"use client";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import type { Stats } from "#lib/contract/stats.ts";
import { count, money, percent, score } from "#lib/format/number.ts";
import { typeLabel } from "#lib/format/type-label.ts";
import { DayBars } from "../ui/day-bars.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { SparkLine } from "../ui/spark-line.tsx";
import { SpentOn } from "./spent-on.tsx";

/** Two weeks (UTC) in four numbers, and what they were spent on; each leads to the tasks behind it. */
export function StatsPanel({ stats, error }: { stats: Stats | undefined; error: unknown }) {
  if (error && !stats) return <ErrorLine error={error} />;
  if (!stats) return null;
  const { days, totals } = stats;
  const from = `from=${days[0]?.date ?? ""}`;
  return (
    <section aria-label="The last two weeks" className="rounded-lg border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-3">The last two weeks</h2>
      <div className="grid divide-line max-lg:divide-y sm:grid-cols-2 lg:grid-cols-4 lg:divide-x">
        <Figure
          href={`/queue?status=completed,approved,published,awaiting_approval,rejected&when=finished&${from}`}
          name="Made"
          value={count(totals.completed)}
        >
          <DayBars label="Made by day" days={days.map((day) => bar(day, day.completed, count(day.completed)))} />
        </Figure>
        <Figure
          href={`/queue?when=decided&${from}`}
          name="Approval rate"
          value={stats.approval_rate === null ? "–" : percent(stats.approval_rate)}
          note={`${count(totals.decided)} decided`}
        >
          <SparkLine values={days.map(approvalRate)} low={0} high={1} />
        </Figure>
        <Figure
          href={`/queue?quality=0&sort=quality_score&${from}`}
          name="Quality"
          value={stats.average_quality === null ? "–" : score(stats.average_quality)}
          note={`${count(totals.scored)} scored`}
        >
          <SparkLine values={days.map((day) => day.quality)} low={4} high={10} />
        </Figure>
        <Figure
          href={`/queue?status=approved,published&when=decided&${from}`}
          name="Cost per approved"
          value={stats.cost_per_approved === null ? "–" : money(stats.cost_per_approved)}
          note={`${money(totals.cost)} for ${count(totals.approved)}`}
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
              name: typeLabel(type),
              href: `/queue?type=${encodeURIComponent(type)}&${from}`,
            }))}
          />
          <SpentOn
            title="By model"
            rows={stats.models.map(({ model, ...share }) => ({
              ...share,
              name: model,
              href: `/queue?used=${encodeURIComponent(model)}&${from}`,
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

/** The chart is in the link, and would make its name minutes long: the words and the number alone are its name. */
function Figure({ href, name, value, note, children }: FigureProps) {
  const id = useId();
  return (
    <Link
      href={href}
      aria-labelledby={id}
      className="flex flex-col gap-3 p-4 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span id={id} className="flex flex-col gap-3">
        <span className="flex items-baseline justify-between gap-2">
          <span className="text-ink-soft">{name}</span>
          {note ? <span className="tabular text-small text-ink-faint">{note}</span> : null}
        </span>
        <span className="tabular text-display font-strong">{value}</span>
      </span>
      {children}
    </Link>
  );
}
