import type { JsonObject } from "#lib/contract/json.ts";

/**
 * A result as its type's schema has it. Safe as a cast: the worker and every edit store only what that schema has parsed,
 * and what an older schema let through is caught around the view.
 */
export function resultOf<Result>(result: JsonObject): Result {
  return result as unknown as Result;
}
