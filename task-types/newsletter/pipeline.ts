import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { checkMails, longestPreheader, longestSubject } from "#task-types/mail/check-mail.ts";
import { materialRule, type Source, sourceElements } from "#task-types/material/collect-sources.ts";
import { coverOf, coverSchema, drawCover } from "#task-types/material/draw-cover.ts";
import { factsPart, remarksPart } from "#task-types/material/prompt-parts.ts";
import { inSourceOrder, materialOf, researchMaterial } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { draftNotes } from "#task-types/quality/working-draft.ts";
import { qualityOf, writeAndCheck } from "#task-types/quality/write-and-check.ts";
import { retypesetIssue, typesetIssue } from "./retypeset.ts";
import { rewriteSections } from "./rewrite.ts";
import { newsletter } from "./schema.ts";

type Run = PhaseRun<z.output<typeof newsletter.request>>;

const writtenSchema = z.object({
  subject: z.string().min(1),
  preheader: z.string(),
  sections: z.array(z.object({ title: z.string(), markdown: z.string().min(1), url: z.string().nullish() })).min(1),
  ...draftNotes,
});
type Written = z.output<typeof writtenSchema>;
const formattedSchema = newsletter.result.pick({ html: true, text: true, sections: true });

const author = `You edit a newsletter that people asked to get. ${materialRule}
- One section for each that is asked for, in that order and under that title; without any, three to five of your own.
- Each section: 40 to 120 words that tell the news first. No title in the text, no link, no greeting, no sign-off.
- subject at most ${longestSubject} characters; preheader 40 to ${longestPreheader} that goes on where the subject ends.
- No placeholders in brackets.`;

/** An issue with a section for each item, typeset as responsive HTML and as plain text. */
export const newsletterPipeline = definePipeline(newsletter, {
  phases: {
    research: (run) => {
      const { topic, sections } = run.request;
      const given = sections.map(({ title, notes }) => ({ title, text: notes }));
      const urls = sections.flatMap(({ url }) => url ?? []);
      return researchMaterial(run, topic, given, [...urls, ...run.common.referenceUrls]);
    },

    ...writeAndCheck({ written: writtenSchema, write, rewrite: rewriteSections, judge, read }),

    image: (run) => {
      const { subject } = writtenSchema.parse(run.outputs.qa);
      return drawCover(run, subject, materialOf(run));
    },

    format: async (run) => {
      const { subject, preheader, sections } = writtenSchema.parse(run.outputs.qa);
      const picture = coverSchema.parse(run.outputs.image);
      const linked = sections.map(({ title, markdown, url }) => ({
        ...{ title, markdown },
        url: url === undefined ? urlOf(run, title) : url,
      }));
      const { html, text } = await typesetIssue({ subject, preheader, sections: linked, picture }, run.common.language);
      return { html, text, sections: linked };
    },
  },

  finish: (outputs) => {
    const { subject, preheader } = writtenSchema.parse(outputs.qa);
    const quality = qualityOf(outputs);
    return {
      content: null,
      result: { subject, preheader, ...formattedSchema.parse(outputs.format), ...coverOf(outputs), ...quality },
      qualityScore: quality.quality_score,
    };
  },

  retypeset: retypesetIssue,
});

async function write(run: Run, faults: Finding[]): Promise<Written> {
  const { topic, audience, sections } = run.request;
  const material = materialOf(run);
  const wanted = sections.map((section) => ({ title: section.title, text: materialFor(section, material.sources) }));
  const prompt = [
    `Issue: ${topic}\nLanguage: ${run.common.language}`,
    audience ? `Readers: ${audience}` : "",
    wanted.length > 0 ? `Sections, in this order: ${wanted.map(({ title }) => `“${title}”`).join(", ")}` : "",
    material.sources.length > 0
      ? sourceElements(material.sources)
      : "There is no source material: say nothing beyond the titles, and set working_draft.",
    factsPart(material, ""),
    remarksPart(run.feedback, faults),
  ];
  const written = await run.generate({
    asPhase: "creative",
    job: "newsletter.draft",
    input: {
      ...{ topic, language: run.common.language, sections: wanted, feedback: run.feedback },
      facts: inSourceOrder(material).map(({ quote, theme }) => ({ text: quote, theme })),
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: writtenSchema,
    temperature: 0.5,
  });
  // The asker's own titles stand, whatever a model makes of them.
  const titled = written.sections.map((section, index) => ({
    ...section,
    title: sections[index]?.title ?? section.title,
  }));
  return { ...written, sections: sections.length > 0 ? titled.slice(0, sections.length) : titled };
}

/** A section's notes and its page; sources carry the section's title or its address. */
function materialFor(
  { title, notes, url }: { title: string; notes?: string; url?: string },
  sources: readonly Source[],
): string {
  const page = url ? sources.find((source) => source.url === url)?.text : undefined;
  return [notes ?? sources.find((source) => source.url === null && source.title === title)?.text ?? "", page ?? ""]
    .filter(Boolean)
    .join("\n\n");
}

function read(run: Run, { subject, sections }: Written): Promise<Finding> {
  const { topic, audience } = run.request;
  const { sources } = materialOf(run);
  const content = sections.map(({ title, markdown }) => `## ${title}\n\n${markdown}`).join("\n\n");
  const brief = audience ? [`Readers: ${audience}`] : [];
  return readThrough(run, { kind: "a newsletter", brief, topic, title: subject, content, sources });
}

function judge(run: Run, { subject, preheader, sections, working_draft }: Written): Promise<Finding[]> {
  const markdown = sections.map((section) => section.markdown).join("\n\n");
  return checkMails(run, [{ subject, preheader, markdown }], {
    material: materialOf(run),
    given: [run.request.topic, ...run.request.sections.map(({ title }) => title)],
    isPlan: working_draft,
  });
}

function urlOf(run: Run, title: string): string | null {
  return run.request.sections.find((section) => section.title === title)?.url ?? null;
}
