import { titleOf } from "#task-types/text/bylines.ts";
import { inputOf, researcher, researchPrompt } from "./prompts.ts";
import { type BlogPostRun, type Fact, type Research, researchSchema, type Source } from "./state.ts";

/** What one page may contribute: more is rarely the article itself. */
const maxPageCharacters = 60_000;

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

/** A page that fails is a warning; the others still count. */
async function collectSources(run: BlogPostRun): Promise<Source[]> {
  const { sourceMaterial, referenceUrls } = run.common;
  const sources: Omit<Source, "number">[] = [];
  if (sourceMaterial?.trim())
    sources.push({ title: titleOf(sourceMaterial) ?? "Source material", url: null, text: sourceMaterial });
  const pages = await Promise.allSettled(referenceUrls.map((url) => run.fetchPage(url)));
  run.signal.throwIfAborted();
  for (const [index, page] of pages.entries()) {
    if (page.status === "fulfilled") {
      const { title, url, text } = page.value;
      sources.push({ title, url, text: text.slice(0, maxPageCharacters) });
      continue;
    }
    const reason = page.reason instanceof Error ? page.reason.message : String(page.reason);
    run.warn(`The page ${referenceUrls[index]} was left out: ${reason.replace(/\.$/, "")}.`);
  }
  return sources.map((source, index) => ({ number: index + 1, ...source }));
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
