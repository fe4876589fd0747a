import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { findingSchema } from "#task-types/quality/finding.ts";

export const documentation = defineTaskType({
  name: "documentation",
  label: "Documentation",
  description: "A document with contents from given notes, as Markdown, HTML or PDF.",
  request: z.strictObject({
    content: z
      .string()
      .trim()
      .min(1)
      .max(200_000)
      .meta({ title: "Content", description: "Notes, a draft or the finished text; Markdown is kept." }),
    title: z.string().trim().min(1).max(200).meta({ title: "Title" }),
    format: z.enum(["markdown", "pdf", "html"]).default("markdown").meta({ title: "Format" }),
  }),
  result: z.object({
    document_url: z.string(),
    format: z.enum(["markdown", "pdf", "html"]),
    contents: z.array(z.object({ heading: z.string(), level: z.int(), page: z.int().nullable() })),
    pages: z.int().nullable(),
    word_count: z.int(),
    quality_score: z.number().min(1).max(10),
    qa_feedback: z.array(findingSchema),
  }),
  phases: [
    { name: "outline", label: "Outlining", model: null },
    { name: "creative", label: "Writing", model: "text" },
    { name: "qa", label: "Checking", model: null },
    { name: "format", label: "Typesetting", model: null },
  ],
  workload: ({ request }) => ({ creative: { words: Math.ceil(request.content.length / 6) } }),
  blocks: {
    list: null,
    noun: ["passage", "passages"],
    from: ["creative"],
    keeps: [],
    derived: ["document_url", "contents", "pages", "word_count", "quality_score", "qa_feedback"],
  },
  requiresApproval: false,
  attempts: 2,
  timeoutMinutes: 15,
  title: (request) => request.title,
  example: {
    title: "Pump P-12: start and stop",
    content:
      "# Before you start\nCheck that the inlet valve is open and that the oil stands between the two marks.\n\n# Start\n1. Turn the main switch to I.\n2. Wait until the green lamp shows.\n\n# Stop\nTurn the main switch to 0. The pump runs on for about 20 seconds.",
    format: "pdf",
  },
});
