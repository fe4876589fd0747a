import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { titleFrom } from "#task-types/title-from.ts";
import { conceptBlocks, conceptFileSchema, variationSchema } from "./palette.ts";

export const conceptGeneration = defineTaskType({
  name: "concept_generation",
  label: "Concept",
  description: "A logo mark from a description, drawn in palettes that follow a theme.",
  request: z.strictObject({
    logo_description: z.string().trim().min(5).max(500).meta({ title: "Logo" }),
    theme_description: z.string().trim().min(5).max(500).meta({ title: "Theme" }),
    num_palettes: z.int().min(1).max(15).default(7).meta({ title: "Palettes" }),
  }),
  result: z.object({
    image_url: z.string(),
    variations: z.array(variationSchema).min(1),
    files: z.array(conceptFileSchema),
  }),
  phases: [
    { name: "palettes", label: "Choosing palettes", model: "text", builtin: "designer" },
    { name: "design", label: "Generating concept image", model: "image", builtin: "designer" },
    { name: "variations", label: "Drawing variations", model: null },
  ],
  workload: ({ request }) => ({
    palettes: { words: 60 * request.num_palettes },
    design: { images: 1, width: 1024, height: 1024 },
  }),
  blocks: { ...conceptBlocks, from: ["palettes"] },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  title: (request) => titleFrom(request.logo_description),
  example: {
    logo_description: "A modern, minimalist logo for a tech startup",
    theme_description: "Modern tech aesthetic with blues and purples",
    num_palettes: 7,
  },
});
