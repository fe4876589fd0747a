import * as z from "zod";
import { businessAnalytics } from "#task-types/business-analytics/schema.ts";
import { financialAnalysis } from "#task-types/financial-analysis/schema.ts";

const language = { language: z.string().default("English") };
const { periods, metrics, breakdown } = businessAnalytics.result.shape;
const { currency, ratios, valuation, runway, sensitivity } = financialAnalysis.result.shape;

/** What was computed of a business's table; unknown keys are for other models. */
export const metricsInputSchema = z.object({ periods, metrics, breakdown, ...language });
export type MetricsInput = z.output<typeof metricsInputSchema>;

export const financeInputSchema = z.object({ currency, ratios, valuation, runway, sensitivity, ...language });
export type FinanceInput = z.output<typeof financeInputSchema>;
