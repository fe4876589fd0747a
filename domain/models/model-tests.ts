import * as z from "zod";
import { priceSchema } from "#lib/contract/models.ts";

/** Where the web process asks a worker to try a model, and where the worker answers. */
export const modelTestChannel = "hub_model_tests";
export const modelTestResultChannel = "hub_model_test_results";

/** Asks all workers to look for model servers beside them. */
export const modelLookChannel = "hub_model_looks";

/** One worker is asked by name, so that a call that costs is made once. */
export const modelTestRequestSchema = z.object({
  id: z.uuid(),
  worker: z.string(),
  model: z.string(),
  /** What the account pays for it; null where that is not known. */
  price: priceSchema.nullable().default(null),
});
export type ModelTestRequest = z.output<typeof modelTestRequestSchema>;

export const modelTestResultSchema = z.object({
  ok: z.boolean(),
  /** Until the answer was whole; 0 where nothing was called. */
  seconds: z.number(),
  /** What came of it, or what failed and what would help. */
  message: z.string(),
});
export type ModelTestResult = z.output<typeof modelTestResultSchema>;

export const modelTestAnswerSchema = modelTestResultSchema.extend({ id: z.uuid() });
