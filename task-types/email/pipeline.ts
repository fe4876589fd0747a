import * as z from "zod";
import { definePipeline, type PhaseRun } from "#task-types/define-pipeline.ts";
import { checkMails, longestPreheader, longestSubject } from "#task-types/mail/check-mail.ts";
import { contain, materialRule } from "#task-types/material/collect-sources.ts";
import { factList, materialSchema, provenanceOf, researchMaterial } from "#task-types/material/research-material.ts";
import { type Finding, findingSchema } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { scoreOf } from "#task-types/quality/score.ts";
import { retypesetEmails, typesetEmail } from "./retypeset.ts";
import { mailsBefore, rewriteMails } from "./rewrite.ts";
import { email } from "./schema.ts";

type Run = PhaseRun<z.output<typeof email.request>>;

const writtenSchema = z.object({
  emails: z.array(z.object({ subject: z.string().min(1), preheader: z.string(), markdown: z.string().min(1) })).min(1),
  working_draft: z.boolean().default(false),
  shortcomings: z.array(z.string()).default([]),
});
type Written = z.output<typeof writtenSchema>;
const checkedSchema = writtenSchema.extend({ findings: z.array(findingSchema) });

const author = `You write mails that people asked to get. ${materialRule}
- subject at most ${longestSubject} characters, preheader 40 to ${longestPreheader} that goes on where the subject ends and does not repeat it.
- markdown is the body: a greeting without a name, two to five short paragraphs, one thought each. No signature, no button, no subject, no unsubscribe line: those are added elsewhere.
- In a sequence each mail says something new and stands by itself.
- No placeholders in brackets.`;

const mostReturns = 2;
/** A working draft is no mail to send, however well it is made. */
const workingDraftLimit = 4;

/** Mails from the material: written, checked, and typeset as responsive HTML and as plain text. */
export const emailPipeline = definePipeline(email, {
  phases: {
    research: (run) => researchMaterial(run, run.request.topic),

    creative: async (run) => {
      const written = run.blocks ? await rewrite(run) : await write(run, []);
      for (const shortcoming of written.shortcomings) run.degrade(shortcoming);
      if (written.working_draft || materialSchema.parse(run.outputs.research).sources.length === 0)
        run.degrade("no_source_material");
      return written;
    },

    qa: async (run) => {
      let written = writtenSchema.parse(run.outputs.creative);
      let findings = await judge(run, written);
      // Mails that nobody sent back are not the author's to mend.
      const returns = run.blocks ? 0 : mostReturns;
      for (let returned = 0; returned < returns && findings.some(({ passed }) => !passed); returned++) {
        run.progress((returned + 1) / (mostReturns + 1), "Sent back with what was found");
        const next = await write(
          run,
          findings.filter(({ passed }) => !passed),
        );
        const again = await judge(run, next);
        if (scoreOf(again) <= scoreOf(findings)) break;
        [written, findings] = [next, again];
      }
      return { ...written, findings: [...findings, await read(run, written)] };
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
    const { findings, working_draft } = checkedSchema.parse(outputs.qa);
    const score = Math.min(scoreOf(findings), working_draft ? workingDraftLimit : 10);
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
    material.facts.length > 0
      ? `<facts>\n${contain(factList(material))}\n</facts>`
      : "There is no source material: say nothing beyond the topic and the goal, and set working_draft.",
    run.feedback ? `<feedback>\n${contain(run.feedback)}\n</feedback>` : "",
    faults.length > 0
      ? `Checks of your last mails found:\n${faults.map(({ finding }) => `- ${finding}`).join("\n")}`
      : "",
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
      facts: material.facts.map(({ quote, theme }) => ({ text: quote, theme })),
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
