import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { fileAddressSchema } from "#task-types/file-address.ts";
import { coverFields } from "#task-types/material/draw-cover.ts";
import { qualityFields } from "#task-types/quality/finding.ts";

export const newsletter = defineTaskType({
  name: "newsletter",
  label: "Newsletter",
  description: "An issue with a section for each item: subject, responsive HTML and plain text, with a header picture.",
  request: z.strictObject({
    topic: z.string().trim().min(3).max(200).meta({ title: "Topic", description: "What this issue is about." }),
    sections: z
      .array(
        z.strictObject({
          title: z.string().trim().min(1).max(200).meta({ title: "Title" }),
          url: fileAddressSchema.optional().meta({ title: "Address", description: "Read for its matter, and linked." }),
          notes: z.string().trim().max(20_000).optional().meta({ title: "Notes" }),
        }),
      )
      .max(20)
      .default([])
      .meta({ title: "Sections" }),
    audience: z.string().trim().max(200).optional().meta({ title: "Audience" }),
  }),
  result: z.object({
    subject: z.string(),
    preheader: z.string(),
    sections: z.array(z.object({ title: z.string(), markdown: z.string(), url: z.string().nullable() })),
    html: z.string(),
    text: z.string(),
    ...coverFields,
    ...qualityFields,
  }),
  phases: [
    { name: "research", label: "Researching", model: "text" },
    { name: "creative", label: "Writing", model: "text" },
    { name: "qa", label: "Checking", model: "text" },
    { name: "image", label: "Illustrating", model: "image" },
    { name: "format", label: "Formatting", model: null },
  ],
  blocks: {
    list: "sections",
    words: ["title", "markdown"],
    noun: ["section", "sections"],
    from: ["creative"],
    keeps: ["image"],
    derived: ["html", "text", "quality_score", "qa_feedback"],
  },
  requiresApproval: true,
  attempts: 3,
  timeoutMinutes: 15,
  addresses: ({ sections }) =>
    sections.flatMap(({ url }, index) => (url ? [{ path: `sections.${index}.url`, url }] : [])),
  title: (request) => request.topic,
  example: {
    topic: "News from the harbour, May",
    sections: [
      {
        title: "The new jetty",
        notes:
          "The jetty opened on 3 May after eight months of work. It has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included.",
      },
      {
        title: "Harbour swim",
        notes:
          "The harbour swim takes place on 14 June at 10 o'clock. The course is 1,200 metres long. Entry closes on 7 June.",
      },
    ],
    audience: "Members of the sailing club",
  },
});
