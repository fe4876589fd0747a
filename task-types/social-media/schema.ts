import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { coverFields } from "#task-types/material/draw-cover.ts";
import { qualityFields } from "#task-types/quality/finding.ts";

export const platforms = ["x", "linkedin", "instagram", "facebook", "threads", "bluesky", "mastodon"] as const;
export type Platform = (typeof platforms)[number];

export const socialMedia = defineTaskType({
  name: "social_media",
  label: "Social media",
  description: "One post for each platform, within that platform's limit by its own counting, with a picture.",
  request: z.strictObject({
    topic: z.string().trim().min(3).max(200).meta({ title: "Topic", description: "What the posts are about." }),
    platforms: z
      .array(z.enum(platforms))
      .min(1)
      .max(platforms.length)
      .refine((list) => new Set(list).size === list.length, "names a platform twice")
      .meta({ title: "Platforms" }),
    tone: z
      .enum(["professional", "casual", "academic", "inspirational"])
      .default("professional")
      .meta({ title: "Tone" }),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .meta({ title: "Link", description: "Put at the end of each post." }),
    hashtags: z
      .array(
        z
          .string()
          .trim()
          .regex(/^#?[\p{L}\p{M}\p{N}_]{1,100}$/u, "must be one word of letters, digits and _"),
      )
      .max(30)
      .default([])
      .meta({ title: "Hashtags" }),
  }),
  result: z.object({
    posts: z.array(
      z.object({
        platform: z.enum(platforms),
        text: z.string(),
        /** In the platform's own units. */
        length: z.int(),
        limit: z.int(),
        unit: z.enum(["weighted characters", "graphemes", "characters"]),
        hashtags: z.array(z.string()),
        link: z.string().nullable(),
        image_url: z.string().nullable(),
        image_alt: z.string().nullable(),
      }),
    ),
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
    list: "posts",
    key: "platform",
    words: ["platform", "text"],
    noun: ["post", "posts"],
    from: ["creative"],
    keeps: ["image"],
    derived: ["quality_score", "qa_feedback"],
  },
  requiresApproval: true,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => request.topic,
  example: {
    topic: "The tide pool at Nørre Vorupør is open again",
    platforms: ["x", "linkedin", "bluesky"],
    tone: "casual",
    link: "https://example.org/tide-pool",
    hashtags: ["seaside"],
    source_material:
      "The tide pool at Nørre Vorupør opened again on 1 May after a winter of repairs. Its wall is 40 centimetres higher than before and shelters 1,500 square metres of water. Admission is free. Lifeguards are there from 10 to 18 o'clock in July and August. A new ramp lets wheelchairs into the water.",
  },
});
