import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { checkMails, longestPreheader, longestSubject } from "#task-types/mail/check-mail.ts";
import { materialRule } from "#task-types/material/collect-sources.ts";
import { factsPart, remarksPart } from "#task-types/material/prompt-parts.ts";
import {
  inSourceOrder,
  materialSchema,
  provenanceOf,
  researchMaterial,
} from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { type Finding, findingSchema } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { sendBack } from "#task-types/quality/send-back.ts";
import { draftNotes, scoreOfDraft, tellShortcomings } from "#task-types/quality/working-draft.ts";
import { retypesetEmails, typesetEmail } from "./retypeset.ts";
import { mailsBefore, rewriteMails } from "./rewrite.ts";
import { email } from "./schema.ts";

type Run = PhaseRun<z.output<typeof email.request>>;

const writtenSchema = z.object({
  emails: z.array(z.object({ subject: z.string().min(1), preheader: z.string(), markdown: z.string().min(1) })).min(1),
  ...draftNotes,
});
type Written = z.output<typeof writtenSchema>;
const checkedSchema = writtenSchema.extend({ findings: z.array(findingSchema) });

const author = `You write mails that people asked to get. ${materialRule}
- subject at most ${longestSubject} characters, preheader 40 to ${longestPreheader} that goes on where the subject ends and does not repeat it.
- markdown is the body: a greeting without a name, two to five short paragraphs, one thought each. No signature, no button, no subject, no unsubscribe line: those are added elsewhere.
- In a sequence each mail says something new and stands by itself.
- No placeholders in brackets.`;

/** Mails from the material: written, checked, and typeset as responsive HTML and as plain text. */
export const emailPipeline = definePipeline(email, {
  phases: {
    research: (run) => researchMaterial(run, run.request.topic),

    creative: async (run) => {
      const written = run.blocks ? await rewrite(run) : await write(run, []);
      tellShortcomings(run, written, materialSchema.parse(run.outputs.research).sources.length > 0);
      return written;
    },

    qa: async (run) => {
      const first = writtenSchema.parse(run.outputs.creative);
      const { draft, findings } = await sendBack(
        run,
        first,
        (written) => judge(run, written),
        (faults) => write(run, faults),
      );
      return { ...draft, findings: [...findings, await read(run, draft)] };
    },

    format: async (run) => {
      const { emails } = checkedSchema.parse(run.outputs.qa);
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
    const { findings, ...written } = checkedSchema.parse(outputs.qa);
    const score = scoreOfDraft(findings, written);
    const emails = email.result.shape.emails.parse(outputs.format);
    const provenance = provenanceOf(materialSchema.parse(outputs.research));
    return {
      content: null,
      result: { emails, quality_score: score, qa_feedback: findings, provenance },
      qualityScore: score,
    };
  },

  retypeset: retypesetEmails,
});

async function rewrite(run: Run): Promise<Written> {
  const { working_draft } = writtenSchema.parse(run.earlier.creative);
  return { emails: await rewriteMails(run), working_draft, shortcomings: [] };
}

async function write(run: Run, faults: Finding[]): Promise<Written> {
  const { topic, goal, audience, cta_text, sequence_length } = run.request;
  const material = materialSchema.parse(run.outputs.research);
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
  const { sources } = materialSchema.parse(run.outputs.research);
  const content = emails.map(({ subject, markdown }) => `# ${subject}\n\n${markdown}`).join("\n\n");
  const brief = [...(goal ? [`Goal: ${goal}`] : []), ...(audience ? [`Readers: ${audience}`] : [])];
  return readThrough(run, { kind: "mails", brief, topic, title: emails[0]?.subject ?? topic, content, sources });
}

function judge(run: Run, { emails, working_draft }: Written): Promise<Finding[]> {
  const { topic, goal, audience, cta_text } = run.request;
  const given = [topic, goal, audience, cta_text].flatMap((words) => words ?? []);
  return checkMails(run, emails, {
    material: materialSchema.parse(run.outputs.research),
    given,
    isPlan: working_draft,
  });
}
