import * as z from "zod";

/** What one check of quality found; listed beside the content for those who decide. */
export const findingSchema = z.object({
  check: z.string(),
  label: z.string(),
  passed: z.boolean(),
  /** 1–10 */
  score: z.number(),
  finding: z.string(),
  /** The sentence that it is about, word for word. */
  sentence: z.string().nullable(),
});
export type Finding = z.output<typeof findingSchema>;

export const citationSchema = z.object({
  number: z.int(),
  title: z.string(),
  url: z.string().nullable(),
  quote: z.string().nullable(),
});
export type Citation = z.output<typeof citationSchema>;

/** Where the words of a result came from. */
export const provenanceSchema = z.enum(["source_material", "reference_urls", "model", "request", "none"]);
export type Provenance = z.output<typeof provenanceSchema>;

/** What a result that was written from material says of its quality. */
export const qualityFields = {
  quality_score: z.number().min(1).max(10),
  qa_feedback: z.array(findingSchema),
  provenance: provenanceSchema,
};
export type Quality = z.output<z.ZodObject<typeof qualityFields>>;
