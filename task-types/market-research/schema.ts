import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { citationSchema, qualityFields } from "#task-types/quality/finding.ts";

const cited = z.object({ text: z.string(), citation: z.int().nullable() });

export const marketResearch = defineTaskType({
  name: "market_research",
  label: "Market research",
  description: "A report with a source for each claim, a comparison table, a SWOT and charts.",
  request: z.strictObject({
    topic: z.string().trim().min(3).max(200).meta({ title: "Topic" }),
    competitors: z.array(z.string().trim().min(1).max(100)).max(20).default([]).meta({ title: "Competitors" }),
    region: z.string().trim().max(100).optional().meta({ title: "Region" }),
    questions: z.array(z.string().trim().min(3).max(500)).max(20).default([]).meta({ title: "Questions" }),
  }),
  result: z.object({
    summary: z.string(),
    questions: z.array(z.object({ question: z.string(), answered: z.boolean() })),
    /** A row for each competitor; null where the sources say nothing. */
    comparison: z.object({
      columns: z.array(z.string()),
      rows: z.array(z.object({ name: z.string(), cells: z.array(cited.nullable()) })),
    }),
    swot: z.object({
      strengths: z.array(cited),
      weaknesses: z.array(cited),
      opportunities: z.array(cited),
      threats: z.array(cited),
    }),
    charts: z.array(z.object({ title: z.string(), image_url: z.string(), alt: z.string() })),
    citations: z.array(citationSchema),
    ...qualityFields,
  }),
  phases: [
    { name: "research", label: "Researching", model: "text" },
    { name: "creative", label: "Writing", model: "text", builtin: "analyst" },
    { name: "qa", label: "Checking", model: "text" },
    { name: "format", label: "Formatting", model: null },
  ],
  blocks: {
    list: null,
    noun: ["passage", "passages"],
    from: ["creative"],
    keeps: [],
    derived: ["summary", "questions", "comparison", "swot", "charts", "quality_score", "qa_feedback"],
  },
  requiresApproval: true,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => request.topic,
  example: {
    topic: "Cargo bicycles for deliveries in cities",
    competitors: ["Velorum", "Packrad"],
    region: "Denmark",
    questions: ["What do they cost?", "How far do they go on one charge?"],
    source_material: `Price list of Velorum, January 2026: The Velorum Haul costs 5,400 euros. It carries 180 kilograms and goes 70 kilometres on one charge.
Price list of Packrad, February 2026: The Packrad Two costs 6,900 euros. It carries 250 kilograms and goes 55 kilometres on one charge. Packrad rents it out for 190 euros a month.
Report of the Danish cyclists' union, 2025: Couriers in Copenhagen delivered 4.2 million parcels by cargo bicycle in 2025, 31 percent more than the year before. In 2023 it was 2.1 million and in 2024 it was 3.2 million. The union names theft as the biggest risk: every ninth cargo bicycle was stolen within three years.
From 2027 the city of Aarhus closes its centre to diesel vans before 11 o'clock.`,
  },
});

export type MarketResearchResult = z.output<typeof marketResearch.result>;
