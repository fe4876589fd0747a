import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { fileAddressSchema } from "#task-types/file-address.ts";
import { type FileKind, filmFile, pictureFile, soundFile } from "#task-types/file-kinds.ts";
import { titleFrom } from "#task-types/title-from.ts";

const hexColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #1a2b3c");

/** `x-accept` is what a form offers to choose from. */
const uploadSchema = (title: string, { words, types }: FileKind) =>
  z
    .uuid()
    .optional()
    .meta({ title, description: `${words}, up to 100 MiB.`, "x-accept": types.join(",") });

/** What a film takes by address or as an upload. */
const broughtAlong = ["logo", "intro_video", "outro_video", "bgm"] as const;

/** "1920*1080": both even, 128–3840, as H.264 with 4:2:0 colour needs. */
const resolutionSchema = z
  .string()
  .regex(/^\d{3,4}\*\d{3,4}$/, "must be width*height such as 1920*1080")
  .refine((value) => value.split("*").every((side) => Number(side) % 2 === 0), "must have even numbers")
  .refine(
    (value) => value.split("*").every((side) => Number(side) >= 128 && Number(side) <= 3840),
    "must have numbers of 128–3840",
  );

export const video = defineTaskType({
  name: "video",
  label: "Video",
  description: "A narrated MP4 with a picture for each segment, poster, subtitles and chapters.",
  request: z.strictObject({
    story_prompt: z.string().trim().min(1).max(50_000).meta({ title: "Story" }),
    segments: z
      .union([z.int().min(1).max(50), z.literal("maximum")], { error: "must be a whole number of 1 to 50, or maximum" })
      .meta({ title: "Segments", description: "1 to 50, or maximum: as many as the text gives." }),
    voice_name: z.string().trim().max(100).optional().meta({ title: "Voice" }),
    voice_rate: z.number().min(0.5).max(2).default(1).meta({ title: "Rate of speech" }),
    image_style: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .default("realistic")
      .meta({ title: "Style of the pictures", description: "realistic, cartoon, watercolor, oil_painting …" }),
    resolution: resolutionSchema.default("1920*1080").meta({ title: "Resolution" }),
    include_subtitles: z.boolean().default(false).meta({ title: "Burn in subtitles" }),
    theme: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .default("modern")
      .meta({ title: "Theme", description: "modern, elegant … or custom, with colours." }),
    custom_colors: z
      .union([z.array(hexColor).min(1).max(8), z.record(z.string().max(40), hexColor)])
      .optional()
      .meta({ title: "Colours of a custom theme" }),
    logo_url: fileAddressSchema.optional().meta({ title: "Address of the logo" }),
    logo_upload_id: uploadSchema("Uploaded logo", pictureFile),
    intro_video_url: fileAddressSchema.optional().meta({ title: "Address of the opening video" }),
    intro_video_upload_id: uploadSchema("Uploaded opening video", filmFile),
    outro_video_url: fileAddressSchema.optional().meta({ title: "Address of the closing video" }),
    outro_video_upload_id: uploadSchema("Uploaded closing video", filmFile),
    bgm_url: fileAddressSchema.optional().meta({ title: "Address of the music" }),
    bgm_upload_id: uploadSchema("Uploaded music", soundFile),
    test_mode: z
      .boolean()
      .default(false)
      .meta({ title: "Test mode", description: "Small and quick, to try things out." }),
  }),
  result: z.object({
    video_url: z.string(),
    poster_url: z.string(),
    srt_url: z.string().nullable(),
    vtt_url: z.string().nullable(),
    duration_seconds: z.number().positive(),
    resolution: z.string(),
    segments: z
      .array(
        z.object({
          number: z.int(),
          title: z.string().nullable(),
          text: z.string(),
          /** Seconds. */
          start: z.number(),
          end: z.number(),
          image_url: z.string(),
        }),
      )
      .min(1),
  }),
  phases: [
    { name: "script", label: "Writing the script", model: "text" },
    { name: "images", label: "Drawing", model: "image" },
    { name: "voice", label: "Speaking", model: "speech" },
    { name: "assemble", label: "Rendering", model: null },
    { name: "qa", label: "Checking the film", model: null },
  ],
  workload: ({ request: { story_prompt: story, segments, resolution } }) => {
    const [width, height] = resolution.split("*").map(Number);
    // As many as the text gives: about one for each sentence.
    const sentences = story.match(/[.!?…]+(\s|$)/g)?.length ?? 1;
    const images = segments === "maximum" ? Math.min(Math.max(sentences, 1), 50) : segments;
    const characters = Math.max(story.length, images * 60);
    return { script: { words: images * 40 }, images: { images, width, height }, voice: { characters } };
  },
  blocks: {
    list: "segments",
    words: ["title", "text"],
    noun: ["segment", "segments"],
    // Its words and its picture, or its picture alone.
    from: ["script", "images"],
    keeps: [],
    derived: ["video_url", "poster_url", "srt_url", "vtt_url", "duration_seconds"],
    derivedInItem: ["start", "end"],
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 45,
  refine: ({ request }) => [
    ...(request.theme === "custom" && !request.custom_colors
      ? [{ path: "custom_colors", message: "are required by the theme custom" }]
      : []),
    ...broughtAlong
      .filter((name) => request[`${name}_url`] && request[`${name}_upload_id`])
      .map((name) => ({ path: `${name}_upload_id`, message: `is given beside ${name}_url; keep one` })),
  ],
  addresses: (request) =>
    broughtAlong.flatMap((name) => {
      const url = request[`${name}_url`];
      return url ? [{ path: `${name}_url`, url }] : [];
    }),
  title: (request) => titleFrom(request.story_prompt),
  example: {
    story_prompt:
      "Twice a day the tide pushes salt water far into the estuary. At low water the mudflats lie dry, and thousands of birds come to feed on snails and worms. Behind the flats the salt marsh slows the waves of a storm and shelters young fish in its creeks.",
    segments: 3,
    voice_rate: 1.0,
    image_style: "watercolor",
    resolution: "1280*720",
    include_subtitles: true,
    theme: "modern",
  },
});
