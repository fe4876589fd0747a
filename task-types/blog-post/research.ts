import { numbered, readPages, type Source } from "#task-types/material/collect-sources.ts";
import { extractFacts, type Material } from "#task-types/material/research-material.ts";
import { titleOf } from "#task-types/text/bylines.ts";
import { inputOf, researcher, researchPrompt } from "./prompts.ts";
import type { BlogPostRun } from "./state.ts";

/** Collects the material and the pages, numbers them, and extracts what they say. */
export async function research(run: BlogPostRun): Promise<Material> {
  const sources = await collectSources(run);
  run.progress(0.4, sources.length > 0 ? "Reading the sources" : "There is no source material");
  if (sources.length === 0 && run.feedback === null)
    run.warn("No source material was given: an article without sources is a working draft.");
  const found = await extractFacts(run, sources, {
    input: inputOf(run, sources),
    system: researcher,
    prompt: researchPrompt(run, sources),
  });
  return { ...found, keywords: found.keywords.slice(0, 10) };
}

async function collectSources(run: BlogPostRun): Promise<Source[]> {
  const { sourceMaterial: text, referenceUrls } = run.common;
  const given = text?.trim() ? [{ title: titleOf(text) ?? "Source material", url: null, text }] : [];
  return numbered([...given, ...(await readPages(run, referenceUrls))]);
}
