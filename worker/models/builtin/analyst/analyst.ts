import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { rewritePassages } from "../writer/rewrite-passages.ts";
import { describeFinances } from "./describe-finances.ts";
import { describeMetrics } from "./describe-metrics.ts";
import { financeInputSchema, metricsInputSchema } from "./input.ts";
import { marketInputSchema, writeReport } from "./write-report.ts";

/** Puts computed figures into words, and sets out what sources say; it computes and invents nothing. */
export const analyst = defineTextModel("analyst", {
  "analytics.narrative": (input) => {
    const parsed = metricsInputSchema.parse(input);
    return { narrative: describeMetrics(parsed), shortcomings: shortcomingsOf(parsed) };
  },
  "finance.narrative": (input) => {
    const parsed = financeInputSchema.parse(input);
    return { narrative: describeFinances(parsed), shortcomings: shortcomingsOf(parsed) };
  },
  "market.report": (input) => writeReport(marketInputSchema.parse(input)),
  "passages.rewrite": (input) => rewritePassages(input),
});

function shortcomingsOf({ language, feedback }: { language: string; feedback?: string | null }): string[] {
  return [
    ...(languageCode(language) === "en" ? [] : [`builtin/analyst writes English only, not ${language}.`]),
    ...(feedback ? ["builtin/analyst describes what was computed and cannot follow feedback in words."] : []),
  ];
}
