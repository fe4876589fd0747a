import type * as z from "zod";
import { plural } from "#lib/format/number.ts";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { ChartList } from "../view-parts/chart-list.tsx";
import { DataTable } from "../view-parts/data-table.tsx";
import { figure, share } from "../view-parts/figure-text.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { Cell } from "../view-parts/sort-rows.ts";
import type { businessAnalytics, Metric } from "./schema.ts";

type Result = z.output<typeof businessAnalytics.result>;

const number = (value: Cell) => (typeof value === "number" ? figure(value) : "–");
const percent = (value: Cell) => (typeof value === "number" ? share(value, true) : "–");
const columns = [
  { key: "name", label: "Column" },
  { key: "total", label: "Total", format: number },
  { key: "mean", label: "Mean", format: number },
  { key: "median", label: "Median", format: number },
  { key: "minimum", label: "Lowest", format: number },
  { key: "maximum", label: "Highest", format: number },
  { key: "growth", label: "Growth", format: percent },
  { key: "trend", label: "Trend" },
  { key: "outliers", label: "Out of line" },
];
const groupColumns = [
  { key: "name", label: "Group" },
  { key: "total", label: "Total", format: number },
  { key: "share", label: "Share", format: (value: Cell) => (typeof value === "number" ? share(value) : "–") },
];

/** The report: what the figures say, drawn, and every one of them in a table. */
export function BusinessAnalyticsView({ title, content, result }: ResultViewProps) {
  const { metrics, breakdown, charts, narrative, rows, periods, period_column } = resultOf<Result>(result);
  return (
    <article className="mx-auto max-w-220 font-serif">
      <header className="mb-6 font-sans">
        <h2 className="font-serif text-display text-balance">{title}</h2>
        <p className="tabular mt-2 text-body text-ink-faint">
          {plural(rows, "row")}
          {period_column && periods.length > 0 ? `, ${periods[0]} to ${periods.at(-1)} by ${period_column}` : ""}
        </p>
      </header>
      <div className="prose" data-reading>
        <MarkdownView text={content ?? narrative} from={content === null ? undefined : 0} />
      </div>
      <ChartList charts={charts} />
      <Section title="Figures" aside="All computed">
        <DataTable label="Figures" columns={columns} rows={metrics.map(metricRow)} />
      </Section>
      {breakdown ? (
        <Section title={`${breakdown.metric} by ${breakdown.column}`}>
          <DataTable
            label={`${breakdown.metric} by ${breakdown.column}`}
            columns={groupColumns}
            rows={breakdown.groups}
          />
        </Section>
      ) : null}
    </article>
  );
}

function metricRow(metric: Metric): Record<string, Cell> {
  const { name, unit, total, mean, median, minimum, maximum, growth, trend, outliers } = metric;
  return {
    name: unit && !name.includes(unit) ? `${name} (${unit})` : name,
    total,
    mean,
    median,
    minimum,
    maximum,
    growth,
    trend: trend?.direction ?? null,
    outliers: outliers.map(({ period }) => period).join(", ") || null,
  };
}
