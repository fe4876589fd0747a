import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { chartSchema, tableDataSchema } from "#task-types/table-data.ts";

/** All figures of one column, computed. Null where there are too few rows for one. */
export const metricSchema = z.object({
  name: z.string(),
  count: z.int(),
  /** What the values are in, as the table writes it: "€", "%"; null for bare numbers. */
  unit: z.string().nullable().default(null),
  /** How several rows of one period make one value; rates and prices are averaged. */
  aggregate: z.enum(["sum", "mean"]).default("sum"),
  /** Null where adding up means nothing, as with rates. */
  total: z.number().nullable(),
  mean: z.number(),
  median: z.number(),
  minimum: z.number(),
  maximum: z.number(),
  standard_deviation: z.number().nullable(),
  first: z.number(),
  last: z.number(),
  /** Where the lowest and the highest value stand. */
  minimum_at: z.string().nullable().default(null),
  maximum_at: z.string().nullable().default(null),
  /** From the first to the last period, in the values' own unit. */
  change: z.number().nullable().default(null),
  /** From the first to the last period, as a fraction: 0.25 is 25 %; null from nothing or less, which has no percentage. */
  growth: z.number().nullable(),
  growth_per_period: z.number().nullable(),
  trend: z
    .object({
      direction: z.enum(["rising", "falling", "flat"]),
      slope: z.number(),
      intercept: z.number(),
      r_squared: z.number(),
    })
    .nullable(),
  outliers: z.array(z.object({ period: z.string(), value: z.number(), expected: z.number() })),
});
export type Metric = z.output<typeof metricSchema>;

/** One metric by the groups of another column, greatest first; a share is a fraction of all. */
const breakdownSchema = z.object({
  column: z.string(),
  metric: z.string(),
  unit: z.string().nullable().default(null),
  aggregate: z.enum(["sum", "mean"]).default("sum"),
  groups: z.array(z.object({ name: z.string(), total: z.number(), share: z.number().nullable() })),
});
export type Breakdown = z.output<typeof breakdownSchema>;

export const businessAnalytics = defineTaskType({
  name: "business_analytics",
  label: "Business analytics",
  description:
    "Totals, growth, trend and outliers of a table, with charts and a text that states only computed figures.",
  request: z.strictObject({
    data: tableDataSchema.meta({
      title: "Data",
      description: "Rows, CSV text with a header line, an uploaded file, or the id of a data retrieval task.",
    }),
    metrics: z
      .array(z.string().trim().min(1).max(200))
      .max(50)
      .default([])
      .meta({ title: "Columns to analyse", description: "All columns of numbers when left out." }),
    time_period: z
      .string()
      .trim()
      .max(100)
      .optional()
      .meta({ title: "Period", description: "Such as 2026, or Q1 2026." }),
    business_context: z.string().trim().max(5000).optional().meta({ title: "Context" }),
  }),
  result: z.object({
    period_column: z.string().nullable(),
    periods: z.array(z.string()),
    rows: z.int(),
    metrics: z.array(metricSchema),
    breakdown: breakdownSchema.nullable(),
    charts: z.array(chartSchema),
    narrative: z.string(),
    quality_score: z.number().min(1).max(10),
    qa_feedback: z.array(findingSchema),
  }),
  phases: [
    { name: "compute", label: "Computing", model: null },
    { name: "creative", label: "Describing", model: "text", builtin: "analyst" },
    { name: "qa", label: "Checking every figure", model: null },
    { name: "format", label: "Drawing charts", model: null },
  ],
  blocks: {
    list: null,
    noun: ["passage", "passages"],
    from: ["creative"],
    keeps: ["format"],
    derived: ["narrative", "quality_score", "qa_feedback"],
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) =>
    `Analysis of ${request.metrics.join(", ") || request.time_period || "business data"}`.slice(0, 200),
  example: {
    data: "month,revenue,orders\n2026-01,12000,240\n2026-02,12600,251\n2026-03,13900,262\n2026-04,13100,255\n2026-05,14800,281\n2026-06,15900,300",
    metrics: ["revenue", "orders"],
    time_period: "First half of 2026",
    business_context: "An online shop for tea.",
  },
});
