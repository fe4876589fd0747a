import type { Json, JsonObject } from "#lib/contract/json.ts";
import { sameJson } from "./same-json.ts";

export type FieldConflict = { path: string; mine: Json; theirs: Json };

/**
 * Two edits of one result put together field by field, deep into lists whose length nobody changed.
 * @param choose decides on fields that both changed, by path: `quiz.questions.2.question`
 */
export function mergeFields(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  choose: (path: string) => "mine" | "theirs",
): { merged: JsonObject; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const merge = (path: string, old: Json, own: Json, other: Json): Json => {
    if (sameJson(own, other) || sameJson(old, own)) return other;
    if (sameJson(old, other)) return own;
    if (isList(old) && isList(own) && isList(other) && own.length === old.length && other.length === old.length) {
      return own.map((item, index) => merge(`${path}.${index}`, old[index] ?? null, item, other[index] ?? null));
    }
    if (isObject(old) && isObject(own) && isObject(other)) {
      const names = [...new Set([...Object.keys(own), ...Object.keys(other)])];
      return Object.fromEntries(
        names.map((name) => [
          name,
          merge(path ? `${path}.${name}` : name, old[name] ?? null, own[name] ?? null, other[name] ?? null),
        ]),
      );
    }
    conflicts.push({ path, mine: own, theirs: other });
    return choose(path) === "mine" ? own : other;
  };
  return { merged: merge("", base, mine, theirs) as JsonObject, conflicts };
}

function isList(value: Json): value is Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
