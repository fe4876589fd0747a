import type { Json, JsonObject } from "#lib/contract/json.ts";

/** What stands at a path of field names, `quiz.questions`; undefined where nothing does. */
export function readPath(object: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = object;
  for (const field of path.split(".")) {
    if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined;
    at = at[field];
  }
  return at;
}

/** A copy with something else at a path of field names; undefined takes the field out. */
export function withPath(object: JsonObject, path: string, value: Json | undefined): JsonObject {
  const [field = "", ...rest] = path.split(".");
  const inner = object[field];
  const isObject = typeof inner === "object" && inner !== null && !Array.isArray(inner);
  const next = rest.length === 0 ? value : withPath(isObject ? inner : {}, rest.join("."), value);
  if (next !== undefined) return { ...object, [field]: next };
  const { [field]: _, ...others } = object;
  return others;
}
