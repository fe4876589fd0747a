import * as z from "zod";
import { rewriteContent } from "#task-types/blocks/rewrite-passages.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import {
  collectSources,
  contain,
  materialRule,
  sourceElements,
  sourceSchema,
} from "#task-types/material/collect-sources.ts";
import { remarksPart } from "#task-types/material/prompt-parts.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { readEvidence } from "#task-types/quality/evidence.ts";
import { type Finding, findingSchema } from "#task-types/quality/finding.ts";
import { check } from "#task-types/quality/score.ts";
import { sendBack } from "#task-types/quality/send-back.ts";
import { draftNotes, scoreOfDraft, tellShortcomings } from "#task-types/quality/working-draft.ts";
import { languageCode } from "#task-types/text/language.ts";
import { proseOf, readMarkdown } from "#task-types/text/markdown.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { arrangeHeadings, headingsOf } from "./headings.ts";
import { retypesetDocument } from "./retypeset.ts";
import { documentation } from "./schema.ts";
import { typesetDocument } from "./typeset-document.ts";

type Run = PhaseRun<z.output<typeof documentation.request>>;

const outlineSchema = z.object({ sources: z.array(sourceSchema), headings: z.array(z.string()) });
const draftSchema = z.object({
  content: z.string().min(1).describe("The document in Markdown, without its title"),
  ...draftNotes,
});
const checkedSchema = z.object({
  content: z.string(),
  findings: z.array(findingSchema),
  working_draft: z.boolean().default(false),
});
const formattedSchema = documentation.result.pick({
  document_url: true,
  contents: true,
  pages: true,
  word_count: true,
});

const author = `You write technical documentation that people work by. ${materialRule}
- Markdown with "## " headings, in the order in which a reader needs them; steps as numbered lists, alternatives as points, comparisons as tables.
- Keep everything that the sources say, and every value exactly. Where they hold code, keep it in fences.
- No introduction about the document itself, no conclusion, no title.`;

/** A document from notes or a finished text: arranged, checked against what was given, and typeset. */
export const documentationPipeline = definePipeline(documentation, {
  phases: {
    outline: async (run) => {
      const sources = await collectSources(run, [{ title: run.request.title, text: run.request.content }]);
      return { sources, headings: headingsOf(run.request.content).map(({ heading }) => heading) };
    },

    creative: async (run) => {
      const draft = run.blocks ? await rewrite(run) : await write(run, []);
      tellShortcomings(run, draft, !draft.working_draft);
      return draft;
    },

    qa: async (run) => {
      const { sources } = outlineSchema.parse(run.outputs.outline);
      const first = draftSchema.parse(run.outputs.creative);
      const material = first.working_draft ? [] : sources.map(({ text }) => text);
      const { draft, findings } = await sendBack(
        run,
        first,
        ({ content }) => judge(run, content, material),
        (faults) => write(run, faults),
      );
      return { content: draft.content, findings, working_draft: draft.working_draft };
    },

    format: async (run) =>
      typesetDocument(checkedSchema.parse(run.outputs.qa).content, run.request, run.common.language, run),
  },

  finish: (outputs, { request }) => {
    const { content, findings, ...notes } = checkedSchema.parse(outputs.qa);
    const quality_score = scoreOfDraft(findings, notes);
    return {
      content,
      result: {
        ...formattedSchema.parse(outputs.format),
        format: request.format,
        quality_score,
        qa_feedback: findings,
      },
      qualityScore: quality_score,
    };
  },

  retypeset: retypesetDocument,
});

/** Some passages alone: every other one stays to the byte. */
async function rewrite(run: Run): Promise<z.output<typeof draftSchema>> {
  const { title } = run.request;
  const { sources } = outlineSchema.parse(run.outputs.outline);
  const wish = { brief: `A document: ${title}`, topic: title, sources, cites: false, rules: author };
  const { working_draft } = draftSchema.parse(run.earlier.creative);
  return { content: await rewriteContent(run, run.previous?.content ?? "", wish), working_draft, shortcomings: [] };
}

async function write(run: Run, faults: Finding[]): Promise<z.output<typeof draftSchema>> {
  const { sources, headings } = outlineSchema.parse(run.outputs.outline);
  const previous = run.feedback ? (run.previous?.content ?? null) : null;
  const prompt = [
    `Title: ${run.request.title}\nLanguage: ${run.common.language}`,
    headings.length > 0 ? `Keep these headings and their order: ${headings.join(" · ")}` : "",
    sourceElements(sources),
    previous ? `<draft>\n${contain(previous)}\n</draft>` : "",
    remarksPart(run.feedback, faults),
    "Write the document.",
  ];
  const draft = await run.generate({
    asPhase: "creative",
    job: "document.draft",
    input: {
      ...{ title: run.request.title, content: run.request.content, language: run.common.language },
      sources: sources.map(({ number, title, text }) => ({ number, title, text })),
      feedback: run.feedback,
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: draftSchema,
    temperature: 0.2,
  });
  return { ...draft, content: arrangeHeadings(draft.content, run.request.title) };
}

/** @param material empty for a working draft, which states nothing. */
function judge(run: Run, content: string, material: string[]): Finding[] {
  const code = languageCode(run.common.language);
  const { blocks } = readMarkdown(content);
  const empty = blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return block.kind === "heading" && (!next || (next.kind === "heading" && next.depth <= block.depth));
  });
  const structure = check(
    "structure",
    "Structure",
    empty.map(({ text }) => `nothing stands under "${text}"`),
    `${headingsOf(content).length} headings, each with something under it`,
  );
  if (material.length === 0) return [structure];
  const given = contentStems(proseOf(run.request.content).join(" "), code);
  const kept = coverage(given, new Set(contentStems(content, code)));
  const lost = kept < 0.6 ? [`only ${Math.round(kept * 100)} % of what was given is in the document`] : [];
  return [
    structure,
    checkFigures(content, readEvidence(material, code)),
    check("kept", "Nothing lost", lost, "What was given is in the document"),
  ];
}
