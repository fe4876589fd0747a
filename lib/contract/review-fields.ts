import * as z from "zod";

/** What a reviewer writes: feedback, a reason. */
export const reviewText = z.string().trim().min(1).max(10_000);

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex")
  .meta({ description: "The revision that you read; refused when it is no longer the current one" });
