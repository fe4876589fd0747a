import * as z from "zod";
import { conceptBlocks, conceptFileSchema, variationSchema } from "#task-types/concept-generation/palette.ts";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { pictureAddressSchema } from "#task-types/file-address.ts";
import { titleFrom } from "#task-types/title-from.ts";

const aspects = ["colors", "layout", "style", "shapes"] as const;

/** A mark as `concept_generation` draws it: a vector that says how it is built. */
const exampleMark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><metadata>{"design":{"symbol":"network","letters":"","name":"","container":"square","layout":"mark","typeface":"sans","soft":false,"scale":0.88,"mirrored":false}}</metadata><rect width="1000" height="1000" fill="#ffffff"/><path d="M500 260L710 380L710 620L500 740L290 620L290 380Z" fill="none" stroke="#065bb5" stroke-width="40"/><circle cx="500" cy="500" r="80" fill="#06a4a4"/><circle cx="500" cy="260" r="55" fill="#9769dc"/></svg>',
)}`;

export const conceptRefinement = defineTaskType({
  name: "concept_refinement",
  label: "Refined concept",
  description: "A concept changed as asked, keeping what it should.",
  request: z.strictObject({
    original_image_url: pictureAddressSchema.meta({
      title: "Picture",
      description: "Its address, usually one of this hub, or the picture itself as a data: address.",
    }),
    refinement_prompt: z.string().trim().min(3).max(500).meta({ title: "What to change" }),
    preserve_aspects: z.array(z.enum(aspects)).default([]).meta({ title: "What to keep" }),
    logo_description: z.string().trim().min(5).max(500).optional().meta({ title: "Logo" }),
    theme_description: z.string().trim().min(5).max(500).optional().meta({ title: "Theme" }),
  }),
  result: z.object({
    image_url: z.string(),
    variations: z.array(variationSchema).min(1),
    files: z.array(conceptFileSchema),
    /** The picture that was refined, as it was then; null for results from before it was kept. */
    original_url: z.string().nullable().default(null),
    /** What was kept, by name, and how far that succeeded. */
    preserved: z.array(z.object({ aspect: z.enum(aspects), note: z.string() })),
  }),
  phases: [
    { name: "analyse", label: "Looking at the picture", model: null },
    { name: "design", label: "Refining the concept", model: "image", builtin: "designer" },
    { name: "variations", label: "Drawing variations", model: null },
  ],
  workload: () => ({ design: { images: 1, width: 1024, height: 1024 } }),
  blocks: { ...conceptBlocks, from: ["design"] },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  addresses: ({ original_image_url }) => [{ path: "original_image_url", url: original_image_url }],
  title: (request) => titleFrom(request.refinement_prompt),
  example: {
    original_image_url: exampleMark,
    refinement_prompt: "Rounder corners and a calmer mark",
    preserve_aspects: ["colors", "shapes"],
  },
});
