import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";

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
    featured_image_url: z.string().nullable(),
    featured_image_alt: z.string().nullable(),
    featured_image_credit: z.string().nullable(),
    seo_title: z.string().max(60),
    seo_description: z.string().max(160),
    seo_keywords: z.array(z.string()),
    tags: z.array(z.string()),
    /** Numbered in the text as [1], [2] …; `kind` says whether it is the given material or a page. */
    citations: z.array(
      z.object({ number: z.int(), title: z.string(), url: z.string().nullable(), quote: z.string().nullable() }),
    ),
    word_count: z.int(),
    reading_minutes: z.int(),
    quality_score: z.number().min(1).max(10),
    qa_feedback: z.array(
      z.object({
        check: z.string(),
        label: z.string(),
        passed: z.boolean(),
        score: z.number(),
        finding: z.string(),
        /** The sentence that it is about, word for word. */
        sentence: z.string().nullable(),
      }),
    ),
    /** Where the words came from: `source_material`, `reference_urls`, `model`, `none`. */
    provenance: z.string(),
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
    target_length: 600,
    tags: ["coast", "ecology"],
    primary_keyword: "estuaries",
  },
});
