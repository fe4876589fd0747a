import * as z from "zod";

const instant = z.iso.datetime();

/** A finished concept: its picture, and the same in each palette. */
export const conceptSchema = z
  .object({
    id: z.string(),
    result_id: z.string(),
    task_id: z.string(),
    type: z.string(),
    image_url: z.string(),
    variations: z.array(
      z.object({
        palette_name: z.string(),
        colors: z.array(z.string()),
        description: z.string(),
        image_url: z.string(),
      }),
    ),
    files: z.array(
      z.object({ palette_name: z.string().nullable(), format: z.string(), size: z.string(), url: z.string() }),
    ),
    preserved: z.array(z.object({ aspect: z.string(), note: z.string() })).meta({ description: "Of a refinement" }),
    logo_description: z.string().nullable(),
    theme_description: z.string().nullable(),
    refinement_prompt: z.string().nullable(),
    degraded: z.boolean(),
    degraded_reasons: z.array(z.string()),
    created_at: instant,
    completed_at: instant.nullable(),
  })
  .meta({ id: "Concept" });

export type Concept = z.output<typeof conceptSchema>;
