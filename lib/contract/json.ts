import * as z from "zod";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * Any JSON. What is read by these comes out of `JSON.parse`, so looking through all of it again could find nothing: for a
 * large body `z.json()` takes seconds.
 */
export const jsonSchema: z.ZodType<Json> = z.unknown() as z.ZodType<Json>;
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema) as z.ZodType<JsonObject>;

const maxBytes = 16 * 1024;

/** Free JSON that a caller keeps with a task or a decision: at most 16 KiB as UTF-8 text. */
export const freeJsonSchema = jsonObjectSchema.refine(
  (value) => new TextEncoder().encode(JSON.stringify(value)).length <= maxBytes,
  { error: "must be at most 16 KiB of JSON" },
);
