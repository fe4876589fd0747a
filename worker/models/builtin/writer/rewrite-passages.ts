import * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import { feedbackOn } from "#task-types/blocks/feedback-on.ts";
import { withoutCitations } from "#task-types/text/markdown.ts";
import { applyDirective } from "./apply-directive.ts";
import { type Directive, readDirectives } from "./directives.ts";
import { articleInputSchema } from "./input.ts";
import { allSentences, isHeading, type Manuscript, openManuscript, plainOf } from "./manuscript.ts";
import type { Unit } from "./unit.ts";
import { studyMaterial } from "./write-article.ts";

const passageSchema = z.object({
  name: z.string(),
  label: z.string().nullish(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  text: z.string(),
});
type Passage = z.output<typeof passageSchema>;

const inputSchema = articleInputSchema.extend({
  whole: z.string(),
  cites: z.boolean().default(true),
  feedback: z.string().nullish(),
  passages: z.array(passageSchema),
});

/** Each passage with the wishes worked in that are about it; what could not be done is in `warnings`. */
export function rewritePassages(given: JsonObject): JsonObject {
  const input = inputSchema.parse(given);
  const { code, units } = studyMaterial(input);
  const whole = openManuscript(input.topic, input.whole, code);
  const warnings: string[] = [];
  const remarked = input.passages.map(({ label, title, text }) => [label ?? "", title ?? "", plainOf(text)]);
  const passages = input.passages.map((passage, index) => {
    const directives = readDirectives(feedbackOn(input.feedback ?? "", remarked[index] ?? [], remarked));
    // What goes, goes first: "shorter, and without the prices" counts the rest.
    const ordered = directives.toSorted((left, right) => order(left) - order(right));
    const desk = { whole, units, unsaid: unsaidIn(whole, units), warnings };
    return ordered.reduce((before, directive) => follow(before, directive, desk), passage);
  });
  const cleaned = input.cites ? passages : passages.map((each) => ({ ...each, text: withoutCitations(each.text) }));
  return { passages: cleaned, warnings: [...new Set(warnings)] };
}

type Desk = { whole: Manuscript; units: Unit[]; unsaid: Unit[]; warnings: string[] };

function follow(passage: Passage, directive: Directive, { whole, units, unsaid, warnings }: Desk): Passage {
  const { title, summary, text } = passage;
  if (directive.kind === "title") {
    if (title !== null) return { ...passage, title: directive.text };
    if (isHeading(text)) return { ...passage, text: `${/^#+/.exec(text)?.[0]} ${directive.text}` };
  }
  const { code } = whole;
  const manuscript: Manuscript = { title: title ?? whole.title, blocks: [text], code };
  const brings = directive.kind === "add" || directive.kind === "longer" || directive.kind === "open";
  let warning = applyDirective(manuscript, directive, brings ? unsaid : units, units);
  // The passage alone does not know what the rest of the text says already.
  if (warning && directive.kind === "add")
    warning = applyDirective({ ...whole, blocks: [...whole.blocks] }, directive, units) ?? warning;
  const rewritten = { ...passage, text: manuscript.blocks.join("\n\n") };
  if (directive.kind === "replace" || directive.kind === "rename") {
    const swap = (words: string | null) => words?.replaceAll(directive.from, directive.to) ?? null;
    rewritten.title = swap(title);
    rewritten.summary = swap(summary);
    if (rewritten.title !== title || rewritten.summary !== summary) warning = null;
  }
  if (warning) warnings.push(warning);
  return rewritten;
}

/** The material that no sentence of the text says. */
function unsaidIn(whole: Manuscript, units: Unit[]): Unit[] {
  const said = allSentences(whole).map(({ sentence }) => letters(plainOf(sentence)));
  return units.filter(({ text }) => !said.some((sentence) => sentence.includes(letters(text))));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function order({ kind }: Directive): number {
  return kind === "remove" ? 0 : 1;
}
