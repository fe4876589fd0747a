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
import { computeRatios, computeRunway, equityWarnings } from "./ratios.ts";
import { financialAnalysis } from "./schema.ts";
import { internalRate, npv, payback, profitabilityIndex, sensitivity } from "./valuation.ts";

type Request = z.output<typeof financialAnalysis.request>;
type Run = PhaseRun<Request>;

const { currency, ratios, valuation, runway, sensitivity: grid } = financialAnalysis.result.shape;
const computedSchema = z.object({ currency, ratios, valuation, runway, sensitivity: grid });
type Computed = z.output<typeof computedSchema>;
const checkedSchema = z.object({ narrative: z.string(), findings: z.array(findingSchema) });

/** A fraction per period; said in a warning wherever it is used. */
const usualRate = 0.1;

/** Every figure is computed; a model only puts them into words, and every figure of its words is checked. */
export const financialAnalysisPipeline = definePipeline(financialAnalysis, {
  phases: {
    compute: async (run) => {
      if (run.request.cash_flows && run.request.rate === undefined) {
        run.warn("No discount rate was given; 10 % a period was used.");
      }
      for (const warning of equityWarnings(run.request.statements ?? [])) run.warn(warning);
      return computeFigures(run.request);
    },

    ...narrativePhases<Run>(taskOf),

    format: async (run) => storeCharts(run, chartsOf(computedSchema.parse(run.outputs.compute), run.request)),
  },

  retypeset: followContent("narrative"),

  finish: (outputs) => {
    const { narrative, findings } = checkedSchema.parse(outputs.qa);
    const charts = z.array(chartSchema).parse(outputs.format);
    const quality_score = scoreOf(findings);
    return {
      content: narrative,
      result: { ...computedSchema.parse(outputs.compute), charts, narrative, quality_score, qa_feedback: findings },
      qualityScore: quality_score,
    };
  },
});

/** Ratios from statements, values from cash flows; what was not given is null or empty. */
export function computeFigures({ statements, cash_flows: flows, rate = usualRate, currency: code }: Request): Computed {
  const { irr, note } = flows ? internalRate(flows) : { irr: null, note: null };
  return {
    currency: code.toUpperCase(),
    ratios: computeRatios(statements ?? []),
    valuation: flows
      ? {
          ...{ rate, npv: npv(rate, flows), irr, irr_note: note },
          payback_period: payback(flows),
          discounted_payback_period: payback(flows, rate),
          profitability_index: profitabilityIndex(flows, rate),
          total: npv(0, flows),
        }
      : null,
    runway: computeRunway(statements ?? []),
    sensitivity: flows && flows.length > 1 ? sensitivity(flows, rate) : null,
  };
}

function taskOf(run: Run): NarrativeTask {
  const { cash_flows, statements, time_period } = run.request;
  return {
    job: "finance.narrative",
    table: {
      ...computedSchema.parse(run.outputs.compute),
      cash_flows: cash_flows ?? [],
      statements: statements ?? [],
      time_period: time_period ?? null,
    },
    question: `Describe what these financial figures show${time_period ? ` (period: ${time_period})` : ""}. Amounts are in ${run.request.currency.toUpperCase()}.`,
  };
}

function chartsOf({ ratios: all, sensitivity: table, currency: code }: Computed, { cash_flows }: Request): Chart[] {
  const margins = all.filter(({ name }) => name.endsWith("_margin"));
  const charts: Chart[] = [];
  if (margins.length > 0) {
    const points = margins.flatMap(({ label, values }) =>
      values.flatMap(({ period, value }) => (value === null ? [] : { label: period, series: label, value })),
    );
    charts.push({ title: "Margins by period", kind: "bar", unit: "of revenue", points, isFraction: true });
  }
  if (cash_flows) {
    const points = cash_flows.map((value, index) => ({ label: `${index}`, series: "Cash flow", value }));
    charts.push({ title: "Cash flow by period", kind: "bar", unit: code, points });
  }
  if (table) {
    const points = table.npv.flatMap((row, index) =>
      row.map((value, at) => ({
        label: percent(table.rates[at] ?? 0),
        series: `flows ${percent(table.changes[index] ?? 0, true)}`,
        value,
      })),
    );
    charts.push({ title: "Net present value by discount rate", kind: "line", unit: code, points });
  }
  return charts.length > 0 ? charts : ratioChart(all);
}

function ratioChart(all: Computed["ratios"]): Chart[] {
  const multiples = all.filter(({ unit }) => unit === "multiple" || unit === "fraction").slice(0, 4);
  const points = multiples.flatMap(({ label, values }) =>
    values.flatMap(({ period, value }) => (value === null ? [] : { label: period, series: label, value })),
  );
  return points.length > 0 ? [{ title: "Ratios by period", kind: "bar", unit: "ratio", points }] : [];
}

function percent(fraction: number, signed = false): string {
  const value = Math.round(fraction * 1000) / 10;
  return `${signed && value > 0 ? "+" : ""}${value} %`;
}
