import * as z from "zod";
import { type JsonObject, jsonObjectSchema } from "#lib/contract/json.ts";
import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { rewritePassages } from "../writer/rewrite-passages.ts";
import { allOfFinances, allOfMetrics } from "./all-figures.ts";
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
  "passages.rewrite": (input) => rewritePassages(withFigures(input)),
});

const figuresSchema = z.object({ job: z.string(), table: jsonObjectSchema });

/** What a computed table shows, as the material that passages about it may draw on. */
function withFigures(input: JsonObject): JsonObject {
  const figures = figuresSchema.safeParse(input.figures).data;
  if (!figures) return input;
  const text =
    figures.job === "finance.narrative"
      ? allOfFinances(financeInputSchema.parse(figures.table))
      : allOfMetrics(metricsInputSchema.parse(figures.table));
  return { ...input, sources: [{ number: 1, title: "The computed figures", text }] };
}

function shortcomingsOf({ language, feedback }: { language: string; feedback?: string | null }): string[] {
  return [
    ...(languageCode(language) === "en" ? [] : [`builtin/analyst writes English only, not ${language}.`]),
    ...(feedback ? ["builtin/analyst describes what was computed and cannot follow feedback in words."] : []),
  ];
}
