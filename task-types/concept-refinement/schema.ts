import * as z from "zod";
import { conceptFileSchema, variationSchema } from "#task-types/concept-generation/palette.ts";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { fileAddressSchema } from "#task-types/file-address.ts";

const aspects = ["colors", "layout", "style", "shapes"] as const;

export const conceptRefinement = defineTaskType({
  name: "concept_refinement",
  label: "Refined concept",
  description: "A concept changed as asked, with what was to be kept kept.",
  request: z.strictObject({
    original_image_url: fileAddressSchema.meta({ title: "Picture", description: "Usually one of this hub." }),
    refinement_prompt: z.string().trim().min(3).max(500).meta({ title: "What to change" }),
    preserve_aspects: z.array(z.enum(aspects)).default([]).meta({ title: "What to keep" }),
    logo_description: z.string().trim().min(5).max(500).optional().meta({ title: "Logo" }),
    theme_description: z.string().trim().min(5).max(500).optional().meta({ title: "Theme" }),
  }),
  result: z.object({
    image_url: z.string(),
    variations: z.array(variationSchema).min(1),
    files: z.array(conceptFileSchema),
    /** What was kept, by name, and how far that succeeded. */
    preserved: z.array(z.object({ aspect: z.enum(aspects), note: z.string() })),
  }),
  phases: [
    { name: "analyse", label: "Looking at the picture", model: null },
    { name: "design", label: "Refining the concept", model: "image", builtin: "designer" },
    { name: "variations", label: "Drawing variations", model: null },
  ],
  workload: () => ({ design: { images: 1, width: 1024, height: 1024 } }),
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  addresses: ({ original_image_url }) => [{ path: "original_image_url", url: original_image_url }],
  title: (request) => request.refinement_prompt.slice(0, 120),
  example: {
    original_image_url: "https://example.org/logo.png",
    refinement_prompt: "Rounder corners and a calmer mark",
    preserve_aspects: ["colors"],
  },
});
