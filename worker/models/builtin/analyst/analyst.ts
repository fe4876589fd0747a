import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { describeFinances } from "./describe-finances.ts";
import { describeMetrics } from "./describe-metrics.ts";
import { financeInputSchema, metricsInputSchema } from "./input.ts";

/** Puts computed figures into words, and computes none itself. It writes English. */
export const analyst = defineTextModel("analyst", {
  "analytics.narrative": (input) => {
    const parsed = metricsInputSchema.parse(input);
    return { narrative: describeMetrics(parsed), shortcomings: shortcomingsIn(parsed.language) };
  },
  "finance.narrative": (input) => {
    const parsed = financeInputSchema.parse(input);
    return { narrative: describeFinances(parsed), shortcomings: shortcomingsIn(parsed.language) };
  },
});

function shortcomingsIn(language: string): string[] {
  return languageCode(language) === "en" ? [] : [`builtin/analyst writes English only, not ${language}.`];
}
