import * as z from "zod";
import { spliceMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { rewriteBlocks } from "#task-types/blocks/rewrite-passages.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { followPassages, type Stated } from "./report-parts.ts";
import { marketResearch } from "./schema.ts";

type Run = PhaseRun<z.output<typeof marketResearch.request>>;

/** The new words of passages, by their places in the revision before. */
export const rewrittenSchema = z.object({ passages: z.record(z.string(), z.string()) });
type Rewritten = z.output<typeof rewrittenSchema>;

/** The round's passages in other words. */
export async function rewritePassages(run: Run): Promise<Rewritten> {
  const { topic, region, questions } = run.request;
  const passages = await rewriteBlocks(run, run.previous?.content ?? "", {
    brief: [
      `A market report: ${topic}${region ? ` in ${region}` : ""}`,
      ...questions.map((each) => `Question: ${each}`),
    ].join("\n"),
    topic,
    sources: materialOf(run).sources,
    cites: true,
    rules:
      "Every statement carries the number of the source that says so, [1]. A table keeps its rows, a list stays a list, a question in bold type stays in front of its answer.",
  });
  return { passages: Object.fromEntries(passages) };
}

/** The report of the revision before around the new passages, and its fields as they follow. */
export function reviseReport(run: Run, { passages }: Rewritten): Stated & { content: string } {
  const before = run.previous?.content ?? "";
  const stated = marketResearch.result
    .pick({ summary: true, questions: true, comparison: true, swot: true, charts: true })
    .parse(run.previous?.result);
  const places = new Map(Object.entries(passages).map(([index, words]) => [Number(index), words]));
  const content = spliceMarkdown(before, places);
  return {
    content,
    ...followPassages({ content: before, stated }, places, { content, language: run.common.language }),
  };
}
