import type * as z from "zod";
import { rewriteItems } from "#task-types/blocks/rewrite-passages.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { newsletter } from "./schema.ts";

type Run = PhaseRun<z.output<typeof newsletter.request>>;
const wordsSchema = newsletter.result.pick({ subject: true, preheader: true, sections: true });

/** The issue of the revision before, as people may have edited it, with the round's sections rewritten. */
export async function rewriteSections(run: Run): Promise<z.output<typeof wordsSchema>> {
  const { subject, preheader, sections } = wordsSchema.parse(run.previous?.result);
  const items = sections.map(({ title, markdown, url }) => ({ title, summary: null, text: markdown, url }));
  const { topic, audience } = run.request;
  const rewritten = await rewriteItems(run, items, {
    brief: [`A newsletter's issue: ${topic}`, audience ? `Readers: ${audience}` : ""].filter(Boolean).join("\n"),
    topic,
    sources: materialOf(run).sources,
    cites: false,
    rules: "Each passage is a section: 40 to 120 words of Markdown that tell the news first, under its title.",
  });
  return { subject, preheader, sections: rewritten.map(({ title, text, url }) => ({ title, markdown: text, url })) };
}
