import * as z from "zod";
import type { Chart } from "#task-types/charts/draw-chart.ts";
import { storeCharts } from "#task-types/charts/store-charts.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import type { NarrativeTask } from "#task-types/figures/narrate.ts";
import { narrativePhases } from "#task-types/figures/narrative-phases.ts";
import { followContent } from "#task-types/follow-content.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { scoreOf } from "#task-types/quality/score.ts";
import { chartSchema } from "#task-types/table-data.ts";
import { type Computed, compute, computedSchema } from "./compute.ts";
import { loadTable } from "./load-table.ts";
import { businessAnalytics } from "./schema.ts";

type Run = PhaseRun<z.output<typeof businessAnalytics.request>>;

const checkedSchema = z.object({ narrative: z.string(), findings: z.array(findingSchema) });

/** Figures are computed from the table; a model only puts them into words, and every figure of its words is checked. */
export const businessAnalyticsPipeline = definePipeline(businessAnalytics, {
  phases: {
    compute: async (run) => {
      const table = await loadTable(run, run.request.data);
      const computed = compute(table, run.request.metrics, run.request.time_period);
      for (const warning of computed.warnings) run.warn(warning);
      return computed;
    },

    ...narrativePhases<Run>(taskOf),

    format: async (run) => storeCharts(run, chartsOf(computedSchema.parse(run.outputs.compute))),
  },

  retypeset: followContent("narrative"),

  finish: (outputs) => {
    const { period_column, periods, rows, metrics, breakdown } = computedSchema.parse(outputs.compute);
    const { narrative, findings } = checkedSchema.parse(outputs.qa);
    const charts = z.array(chartSchema).parse(outputs.format);
    const quality_score = scoreOf(findings);
    const computed = { period_column, periods, rows, metrics, breakdown };
    return {
      content: narrative,
      result: { ...computed, charts, narrative, quality_score, qa_feedback: findings },
      qualityScore: quality_score,
    };
  },
});

function taskOf(run: Run): NarrativeTask {
  const { series: _, warnings: __, ...table } = computedSchema.parse(run.outputs.compute);
  const { business_context, time_period } = run.request;
  const about = [
    business_context ? `The business: ${business_context}` : "",
    time_period ? `The period: ${time_period}` : "",
  ];
  return {
    job: "analytics.narrative",
    table: { ...table, time_period: time_period ?? null },
    question: ["Describe what these business figures show.", ...about].filter(Boolean).join("\n"),
  };
}

/** One for each metric over time, and one for the shares. */
function chartsOf({ series, periods, breakdown }: Computed): Chart[] {
  const charts: Chart[] = [];
  for (const { name, points: own } of periods.length > 1 ? series.slice(0, 6) : []) {
    const points = own.map(({ period, value }) => ({ label: period, series: name, value }));
    charts.push({ title: `${name}, ${periods[0]} to ${periods.at(-1)}`, kind: "line", unit: name, points });
  }
  if (breakdown) {
    const points = breakdown.groups
      .slice(0, 15)
      .map(({ name, total }) => ({ label: name, series: breakdown.metric, value: total }));
    charts.push({ title: `${breakdown.metric} by ${breakdown.column}`, kind: "bar", unit: breakdown.metric, points });
  }
  if (charts.length === 0) {
    const points = series.flatMap(({ name, points: own }) =>
      own.slice(0, 30).map(({ period, value }) => ({ label: period, series: name, value })),
    );
    charts.push({ title: series.map(({ name }) => name).join(", "), kind: "bar", unit: series[0]?.name ?? "", points });
  }
  return charts;
}
