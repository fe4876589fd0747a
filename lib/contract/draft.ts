import * as z from "zod";
import { instantSchema } from "./instant.ts";
import { jsonObjectSchema } from "./json.ts";

const changes = z
  .strictObject({
    content: z.string().max(1_000_000).optional().meta({ description: "The text, when it differs" }),
    result: jsonObjectSchema.optional().meta({ description: "The fields that differ, whole, by name" }),
  })
  .refine(({ content, result }) => content !== undefined || result !== undefined, {
    error: "must have content, result or both",
  });

const base = z
  .strictObject({ revision: z.int().min(1).max(1_000_000), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ description: "The revision that was edited" });

export const keepDraftSchema = z.strictObject({
  base,
  changes,
  replaces: instantSchema
    .nullable()
    .meta({ description: "The `kept_at` of the draft that this one goes on from; null when there was none" }),
});

export const draftSchema = z.object({ base, changes, kept_at: z.iso.datetime() }).meta({ id: "Draft" });

export const draftAnswerSchema = z.object({ draft: draftSchema.nullable() });

/** What somebody typed into a task and has not saved. */
export type Draft = z.output<typeof draftSchema>;
export type KeepDraft = z.output<typeof keepDraftSchema>;
