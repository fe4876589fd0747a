import * as z from "zod";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>;
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema) as z.ZodType<JsonObject>;

const maxBytes = 16 * 1024;

/** Free JSON that a caller keeps with a task or a decision: at most 16 KiB as UTF-8 text. */
export const freeJsonSchema = jsonObjectSchema.refine(
  (value) => new TextEncoder().encode(JSON.stringify(value)).length <= maxBytes,
  { error: "must be at most 16 KiB of JSON" },
);
