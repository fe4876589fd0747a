import type * as z from "zod";
import { validationError } from "#lib/errors.ts";
import { wordIssuesPlainly } from "#lib/plain-issues.ts";

wordIssuesPlainly();

const unknown = { query: "is not a query parameter here", body: "is not a field of this request" };

/**
 * Parses what a caller sent.
 * @param where decides between 400 (address, headers) and 422 (body)
 * @throws HubError VALIDATION_ERROR naming every bad field by its path
 */
export function validate<Output>(schema: z.ZodType<Output>, value: unknown, where: "query" | "body"): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw validationError(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: unknown[where] }))
        : [{ path: issue.path.join("."), message: issue.message }],
    ),
    where,
  );
}
