import { numbered, readPages, type Source } from "#task-types/material/collect-sources.ts";
import { titleOf } from "#task-types/text/bylines.ts";
import { inputOf, researcher, researchPrompt } from "./prompts.ts";
import { type BlogPostRun, type Fact, type Research, researchSchema } from "./state.ts";

/** Collects the material and the pages, numbers them, and extracts what they say. */
export async function research(run: BlogPostRun): Promise<Research> {
  const sources = await collectSources(run);
  run.progress(0.4, sources.length > 0 ? "Reading the sources" : "There is no source material");
  if (sources.length === 0 && run.feedback === null)
    run.warn("No source material was given: an article without sources is a working draft.");
  const found = await run.generate({
    job: "article.research",
    input: inputOf(run, sources),
    system: researcher,
    prompt: researchPrompt(run, sources),
    output: researchSchema.omit({ sources: true }),
    temperature: 0,
  });
  const facts = found.facts.filter((fact) => isQuoted(fact, sources));
  const dropped = found.facts.length - facts.length;
  if (dropped > 0) run.warn(`${dropped} of the extracted facts were dropped: their quotations are not in the sources.`);
  return { sources, facts, themes: found.themes, keywords: found.keywords.slice(0, 10) };
}

async function collectSources(run: BlogPostRun): Promise<Source[]> {
  const { sourceMaterial: text, referenceUrls } = run.common;
  const given = text?.trim() ? [{ title: titleOf(text) ?? "Source material", url: null, text }] : [];
  return numbered([...given, ...(await readPages(run, referenceUrls))]);
}

/** A model may report what a source does not say; a quotation that is not there gives it away. */
function isQuoted({ source, quote }: Fact, sources: Source[]): boolean {
  const text = sources.find(({ number }) => number === source)?.text ?? "";
  return quote.trim() !== "" && letters(text).includes(letters(quote).slice(0, 400));
}

/** Letters and digits alone: models straighten quotation marks and spaces. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
