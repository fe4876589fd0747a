import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { checkMails, longestPreheader, longestSubject } from "#task-types/mail/check-mail.ts";
import { materialRule } from "#task-types/material/collect-sources.ts";
import { factsPart, remarksPart } from "#task-types/material/prompt-parts.ts";
import { inSourceOrder, materialOf, researchMaterial } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { draftNotes } from "#task-types/quality/working-draft.ts";
import { qualityOf, writeAndCheck } from "#task-types/quality/write-and-check.ts";
import { retypesetEmails, typesetEmail } from "./retypeset.ts";
import { mailsBefore, rewriteMails } from "./rewrite.ts";
import { email } from "./schema.ts";

type Run = PhaseRun<z.output<typeof email.request>>;

const writtenSchema = z.object({
  emails: z.array(z.object({ subject: z.string().min(1), preheader: z.string(), markdown: z.string().min(1) })).min(1),
  ...draftNotes,
});
type Written = z.output<typeof writtenSchema>;

const author = `You write mails that people asked to get. ${materialRule}
- subject at most ${longestSubject} characters, preheader 40 to ${longestPreheader} that goes on where the subject ends and does not repeat it.
- markdown is the body: a greeting without a name, two to five short paragraphs, one thought each. No signature, no button, no subject, no unsubscribe line: those are added elsewhere.
- In a sequence each mail says something new and stands by itself.
- No placeholders in brackets.`;

/** Mails from the material: written, checked, and typeset as responsive HTML and as plain text. */
export const emailPipeline = definePipeline(email, {
  phases: {
    research: (run) => researchMaterial(run, run.request.topic),

    ...writeAndCheck({
      written: writtenSchema,
      write,
      rewrite: async (run) => ({ emails: await rewriteMails(run) }),
      judge,
      read,
    }),

    format: async (run) => {
      const { emails } = writtenSchema.parse(run.outputs.qa);
      const before = run.blocks ? mailsBefore(run) : [];
      return Promise.all(
        emails.map(async ({ subject, preheader, markdown }, index) => {
          const kept = before[index];
          if (kept && !run.blocks?.includes(index)) return kept;
          const words = { subject, preheader, markdown };
          return { number: index + 1, ...words, ...(await typesetEmail(words, run.request, run.common.language)) };
        }),
      );
    },
  },

  finish: (outputs) => {
    const emails = email.result.shape.emails.parse(outputs.format);
    const quality = qualityOf(outputs);
    return { content: null, result: { emails, ...quality }, qualityScore: quality.quality_score };
  },

  retypeset: retypesetEmails,
});

async function write(run: Run, faults: Finding[]): Promise<Written> {
  const { topic, goal, audience, cta_text, sequence_length } = run.request;
  const material = materialOf(run);
  const prompt = [
    `Topic: ${topic}\nLanguage: ${run.common.language}\nMails: ${sequence_length}`,
    goal ? `Goal: ${goal}` : "",
    audience ? `Readers: ${audience}` : "",
    cta_text ? `A button “${cta_text}” follows the text; lead up to it.` : "",
    factsPart(
      material,
      "There is no source material: say nothing beyond the topic and the goal, and set working_draft.",
    ),
    remarksPart(run.feedback, faults),
  ];
  return run.generate({
    asPhase: "creative",
    job: "email.draft",
    input: {
      ...{
        topic,
        goal: goal ?? null,
        audience: audience ?? null,
        count: sequence_length,
        language: run.common.language,
      },
      facts: inSourceOrder(material).map(({ quote, theme }) => ({ text: quote, theme })),
      feedback: run.feedback,
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: writtenSchema,
    temperature: 0.5,
  });
}

function read(run: Run, { emails }: Written): Promise<Finding> {
  const { topic, goal, audience } = run.request;
  const { sources } = materialOf(run);
  const content = emails.map(({ subject, markdown }) => `# ${subject}\n\n${markdown}`).join("\n\n");
  const brief = [...(goal ? [`Goal: ${goal}`] : []), ...(audience ? [`Readers: ${audience}`] : [])];
  return readThrough(run, { kind: "mails", brief, topic, title: emails[0]?.subject ?? topic, content, sources });
}

function judge(run: Run, { emails, working_draft }: Written): Promise<Finding[]> {
  const { topic, goal, audience, cta_text } = run.request;
  const given = [topic, goal, audience, cta_text].flatMap((words) => words ?? []);
  return checkMails(run, emails, {
    material: materialOf(run),
    given,
    isPlan: working_draft,
  });
}
