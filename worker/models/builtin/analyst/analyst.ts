import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { describeFinances } from "./describe-finances.ts";
import { describeMetrics } from "./describe-metrics.ts";
import { financeInputSchema, metricsInputSchema } from "./input.ts";
import { marketInputSchema, writeReport } from "./write-report.ts";

/** Puts computed figures into words, and sets out what sources say; it computes and invents nothing. */
export const analyst = defineTextModel("analyst", {
  "analytics.narrative": (input) => {
    const parsed = metricsInputSchema.parse(input);
    return { narrative: describeMetrics(parsed), shortcomings: shortcomingsIn(parsed.language) };
  },
  "finance.narrative": (input) => {
    const parsed = financeInputSchema.parse(input);
    return { narrative: describeFinances(parsed), shortcomings: shortcomingsIn(parsed.language) };
  },
  "market.report": (input) => writeReport(marketInputSchema.parse(input)),
});

function shortcomingsIn(language: string): string[] {
  return languageCode(language) === "en" ? [] : [`builtin/analyst writes English only, not ${language}.`];
}
