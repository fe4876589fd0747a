import * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import {
  collectSources,
  type Given,
  materialRule,
  type Source,
  sourceElements,
  sourceSchema,
} from "./collect-sources.ts";

const factSchema = z.object({
  source: z.int().describe("Number of the source"),
  text: z.string().describe("The fact in one sentence"),
  quote: z.string().describe("The words of the source that say so, copied exactly"),
  theme: z.string().describe("Which of the themes it belongs to"),
});
export type MaterialFact = z.output<typeof factSchema>;

const foundSchema = z.object({
  facts: z.array(factSchema),
  themes: z.array(z.string()),
  keywords: z.array(z.string()),
});
export const materialSchema = foundSchema.extend({ sources: z.array(sourceSchema) });
export type Material = z.output<typeof materialSchema>;

/** What the phase `research` found. */
export function materialOf({ outputs }: Pick<AnyRun, "outputs">): Material {
  return materialSchema.parse(outputs.research);
}

const system = `You are the researcher of an editorial team. You extract what sources say, exactly and completely, and add nothing. ${materialRule}`;

/**
 * Collects what a text is made from and extracts its facts.
 * @param given the type's own fields that hold material
 */
export async function researchMaterial(
  run: AnyRun,
  topic: string,
  given: Given[] = [],
  urls?: string[],
): Promise<Material> {
  const sources = await collectSources(run, given, urls);
  run.progress(0.4, sources.length > 0 ? "Reading the sources" : "There is no source material");
  const { language } = run.common;
  return extractFacts(run, sources, {
    input: { topic, language, sources: sources.map(({ number, title, text }) => ({ number, title, text })) },
    system,
    prompt: `Topic: ${topic}\nLanguage: ${language}\n\n${sourceElements(sources) || "There are no sources: answer with empty lists but for the keywords."}\n\nList every fact that bears on the topic, one sentence each with the words of its source; three to seven themes; three to ten keywords.`,
  });
}

/** What a model finds in sources. A fact whose quotation no source holds is dropped: the model made it up. */
export async function extractFacts(
  run: Pick<AnyRun, "generate" | "warn">,
  sources: Source[],
  call: { input: JsonObject; system: string; prompt: string },
): Promise<Material> {
  const found = await run.generate({ job: "article.research", ...call, output: foundSchema, temperature: 0 });
  const facts = found.facts.filter((fact) => isQuoted(fact, sources));
  const dropped = found.facts.length - facts.length;
  if (dropped > 0) run.warn(`${dropped} of the extracted facts were dropped: their quotations are not in the sources.`);
  return { ...found, facts, sources };
}

function isQuoted({ source, quote }: MaterialFact, sources: readonly Source[]): boolean {
  const text = sources.find(({ number }) => number === source)?.text ?? "";
  return quote.trim() !== "" && letters(text).includes(letters(quote).slice(0, 400));
}

/** Letters and digits alone: models straighten quotation marks and spaces. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The facts as their sources tell them, one after another; what cannot be found again stays at its place. */
export function inSourceOrder({ facts, sources }: Material): MaterialFact[] {
  let last = 0;
  return facts
    .map((fact) => {
      const at = sources.find(({ number }) => number === fact.source)?.text.indexOf(fact.quote.slice(0, 60)) ?? -1;
      last = at < 0 ? last : at;
      return { fact, at: last };
    })
    .toSorted((left, right) => left.fact.source - right.fact.source || left.at - right.at)
    .map(({ fact }) => fact);
}

/** Facts as a prompt lists them. */
export function factList({ facts }: Material): string {
  return facts.map(({ source, quote }) => `[${source}] ${quote}`).join("\n");
}

/** `source_material` where anything came with the request, else the pages, else the request's own words. */
export function provenanceOf({ sources }: Material): "source_material" | "reference_urls" | "none" {
  if (sources.length === 0) return "none";
  return sources.some(({ url }) => url === null) ? "source_material" : "reference_urls";
}
