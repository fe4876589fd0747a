import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { qualityFields } from "#task-types/quality/finding.ts";

export const email = defineTaskType({
  name: "email",
  label: "Email",
  description: "One email or a sequence: subject, preheader, responsive HTML and plain text.",
  request: z.strictObject({
    topic: z.string().trim().min(3).max(200).meta({ title: "Topic" }),
    goal: z
      .string()
      .trim()
      .max(500)
      .optional()
      .meta({ title: "Goal", description: "What its readers should do or know afterwards." }),
    audience: z.string().trim().max(200).optional().meta({ title: "Audience" }),
    cta_text: z.string().trim().max(60).optional().meta({ title: "Button", description: "What the button says." }),
    cta_url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .meta({ title: "Button's address" }),
    sequence_length: z.int().min(1).max(10).default(1).meta({ title: "Emails in the sequence" }),
  }),
  result: z.object({
    emails: z.array(
      z.object({
        number: z.int(),
        subject: z.string(),
        preheader: z.string(),
        markdown: z.string(),
        html: z.string(),
        text: z.string(),
      }),
    ),
    ...qualityFields,
  }),
  phases: [
    { name: "research", label: "Researching", model: "text" },
    { name: "creative", label: "Writing", model: "text" },
    { name: "qa", label: "Checking", model: "text" },
    { name: "format", label: "Formatting", model: null },
  ],
  workload: ({ request }) => ({ creative: { words: 200 * request.sequence_length } }),
  blocks: {
    list: "emails",
    words: ["subject", "preheader", "markdown"],
    noun: ["email", "emails"],
    from: ["creative"],
    keeps: [],
    derived: ["quality_score", "qa_feedback"],
  },
  requiresApproval: true,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => request.topic,
  example: {
    topic: "The spring course catalogue is out",
    goal: "Readers look at the catalogue and enrol early",
    audience: "Former participants",
    cta_text: "Open the catalogue",
    cta_url: "https://example.org/catalogue",
    sequence_length: 1,
    source_material:
      "The spring catalogue came out on 2 February. It lists 48 courses, 11 of them new. New are Dutch for beginners, bookbinding, and a course for the sailing certificate.\n\nEnrolment is open until 15 March. Whoever enrols by 20 February pays 10 percent less. Evening courses begin at 18:30 and take ten weeks.\n\nThe pottery courses were full after four days last year, with 60 people on the waiting list. This year there are two more of them.",
  },
});
