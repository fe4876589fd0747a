import * as z from "zod";
import { businessAnalytics } from "#task-types/business-analytics/schema.ts";
import { financialAnalysis } from "#task-types/financial-analysis/schema.ts";

const common = { language: z.string().default("English"), feedback: z.string().nullish() };
const { periods, metrics, breakdown, rows } = businessAnalytics.result.shape;
const { currency, ratios, valuation, runway, sensitivity } = financialAnalysis.result.shape;

/** What was computed of a business's table; unknown keys are for other models. */
export const metricsInputSchema = z.object({ periods, metrics, breakdown, rows, ...common });
export type MetricsInput = z.output<typeof metricsInputSchema>;

export const financeInputSchema = z.object({
  ...{ currency, ratios, valuation, runway, sensitivity, ...common },
  /** Such as "year" or "month"; anything else is called a period. */
  time_period: z.string().nullish(),
});
export type FinanceInput = z.output<typeof financeInputSchema>;
