import * as z from "zod";
import { jsonObjectSchema } from "#lib/contract/json.ts";

const jobSchema = z.object({ job: z.string(), input: jsonObjectSchema });

/** What a built-in model is asked for. @throws when it was called like a model that reads prompts. */
export function readJob(modelId: string, providerOptions: Record<string, unknown> | undefined) {
  const parsed = jobSchema.safeParse(providerOptions?.builtin);
  if (!parsed.success) throw new Error(`builtin/${modelId} needs providerOptions.builtin = {job, input}`);
  return parsed.data;
}
