import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { coverFields } from "#task-types/material/draw-cover.ts";
import { citationSchema, qualityFields } from "#task-types/quality/finding.ts";

export const blogPost = defineTaskType({
  name: "blog_post",
  label: "Blog post",
  description: "An article with headings, sources, search fields and a featured image.",
  request: z.strictObject({
    topic: z.string().trim().min(3).max(200).meta({ title: "Topic", description: "What the post is about." }),
    style: z
      .enum(["technical", "narrative", "listicle", "educational", "thought-leadership"])
      .default("educational")
      .meta({ title: "Style" }),
    tone: z
      .enum(["professional", "casual", "academic", "inspirational"])
      .default("professional")
      .meta({ title: "Tone" }),
    target_length: z.int().min(200).max(5000).default(1500).meta({ title: "Length", description: "In words." }),
    tags: z.array(z.string().trim().min(1).max(50)).max(10).default([]).meta({ title: "Tags" }),
    primary_keyword: z.string().trim().max(100).optional().meta({ title: "Primary keyword" }),
    target_audience: z.string().trim().max(200).optional().meta({ title: "Audience" }),
    generate_featured_image: z.boolean().default(true).meta({ title: "Featured image" }),
  }),
  result: z.object({
    title: z.string(),
    excerpt: z.string(),
    ...coverFields,
    seo_title: z.string().max(60),
    seo_description: z.string().max(160),
    seo_keywords: z.array(z.string()),
    tags: z.array(z.string()),
    /** Numbered in the text as [1], [2] …; `kind` says whether it is the given material or a page. */
    citations: z.array(citationSchema),
    word_count: z.int(),
    reading_minutes: z.int(),
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
    list: null,
    noun: ["passage", "passages"],
    from: ["creative"],
    keeps: ["image"],
    // Excerpt and search fields are worded by people too, and stay as they are.
    derived: ["citations", "word_count", "reading_minutes", "quality_score", "qa_feedback"],
  },
  workload: ({ request }) => ({
    creative: { words: request.target_length },
    image: { images: request.generate_featured_image ? 1 : 0 },
  }),
  requiresApproval: true,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => request.topic,
  example: {
    topic: "How tides shape estuaries",
    style: "educational",
    tone: "professional",
    target_length: 300,
    tags: ["coast", "ecology"],
    primary_keyword: "estuaries",
    source_material: `Interview with Lena Marsh, coastal ecologist at the Aller field station, 12 March 2026.
Twice a day the tide pushes salt water up to 40 kilometres inland along the Aller. Estuaries with such a range are never the same for two hours: at low water nine square kilometres of mudflat lie dry. "People think of mud as empty," says Marsh, "but a square metre of it holds more than 20,000 mud snails." Dunlin and redshank feed on them, and in winter around 70,000 birds stay.
The salt marsh behind the flats slows storm surges. A survey of 2024 found that waves lose half of their height in the first 40 metres of marsh. Where marsh was lost to sea walls, the walls had to be raised twice since 1990. The station now restores 12 hectares of marsh each year by moving the wall back and letting the tide in. That costs about 18,000 euros per hectare; raising a wall costs more than a million per kilometre.
Estuaries are nurseries as well. Young sea bass and herring spend their first summer in the creeks, where warm and cloudy water hides them. Marsh counted 31 species of fish in one creek last year.
The biggest threat is what ecologists call coastal squeeze: the sea rises, but the marsh cannot move inland because a wall stands behind it. Here the sea has risen by 11 centimetres since 1990. "If we give the marsh room, it keeps up with the sea by trapping mud," Marsh says. "If we do not, we lose it within a generation."`,
  },
});
