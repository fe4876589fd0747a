import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";

export const animatedLesson = defineTaskType({
  name: "animated_lesson",
  label: "Animated lesson",
  description: "One HTML file that plays offline: animated scenes with narration and captions; as MP4 too if asked.",
  request: z.strictObject({
    title: z.string().trim().min(1).max(200).meta({ title: "Title" }),
    prompt: z.string().trim().min(1).max(50_000).meta({ title: "What it teaches" }),
    scenes: z.int().min(1).max(25).default(5).meta({ title: "Scenes" }),
    render_mode: z.enum(["markdown", "mermaid", "mixed"]).default("mixed").meta({ title: "Made of" }),
    voice_name: z.string().trim().max(100).optional().meta({ title: "Voice" }),
    render_video: z.boolean().default(false).meta({ title: "As MP4 too" }),
  }),
  result: z.object({
    lesson_url: z.string(),
    video_url: z.string().nullable(),
    /** Its first scene as a picture; null for results from before it was drawn. */
    poster_url: z.string().nullable().default(null),
    srt_url: z.string().nullable(),
    vtt_url: z.string().nullable(),
    duration_seconds: z.number().positive(),
    scenes: z
      .array(
        z.object({
          number: z.int(),
          title: z.string(),
          kind: z.enum(["markdown", "mermaid"]),
          content: z.string(),
          narration: z.string(),
          /** Seconds. */
          start: z.number(),
          end: z.number(),
        }),
      )
      .min(1),
  }),
  phases: [
    { name: "script", label: "Writing the script", model: "text" },
    { name: "scenes", label: "Drawing the scenes", model: null },
    { name: "voice", label: "Speaking", model: "speech" },
    { name: "assemble", label: "Putting the lesson together", model: null },
    { name: "qa", label: "Checking the lesson", model: null },
  ],
  workload: ({ request: { prompt, scenes = 5 } }) => ({
    script: { words: scenes * 60 },
    voice: { characters: Math.max(prompt.length, scenes * 150) },
  }),
  blocks: {
    list: "scenes",
    words: ["title", "narration"],
    noun: ["scene", "scenes"],
    from: ["script"],
    keeps: [],
    derived: ["lesson_url", "video_url", "poster_url", "srt_url", "vtt_url", "duration_seconds"],
    derivedInItem: ["start", "end"],
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 45,
  title: (request) => request.title,
  example: {
    title: "How a canal lock works",
    prompt:
      "A lock lifts a boat from low water to high water. The boat enters through the lower gates, which close behind it. Valves let water in from above until the levels match. Then the upper gates open and the boat leaves.",
    scenes: 4,
    render_mode: "mixed",
  },
});
