import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { Cell, Row } from "#task-types/table-data.ts";

/**
 * The rows of a JSON text: a list, or the longest list of objects inside it; JSON lines too. Nested fields become
 * `address.city`.
 * @throws Error in words for a caller when it is no JSON.
 */
export function readJson(text: string): Row[] {
  return findRecords(parseJson(text)).map((record) => flatten(record));
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch (error) {
    const lines = text.trim().split(/\r?\n/);
    try {
      if (lines.length > 1) return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as Json);
    } catch {
      // What is wrong with the text as a whole says more.
    }
    throw new Error(`it cannot be read as JSON: ${error instanceof Error ? error.message : "unknown fault"}`);
  }
}

function findRecords(value: Json): JsonObject[] {
  if (Array.isArray(value)) {
    return value.map((item) => (isObject(item) ? item : { value: item }));
  }
  if (!isObject(value)) return [{ value }];
  const lists = listsIn(value).sort((left, right) => right.length - left.length);
  return lists[0] ?? [value];
}

/** Lists of objects at any depth, such as `data.items`. */
function listsIn(object: JsonObject, depth = 0): JsonObject[][] {
  if (depth > 5) return [];
  return Object.values(object).flatMap((value) => {
    if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? [value.filter(isObject)] : [];
    return isObject(value) ? listsIn(value, depth + 1) : [];
  });
}

function flatten(object: JsonObject, prefix = ""): Row {
  const entries = Object.entries(object).flatMap(([key, value]): [string, Cell][] => {
    const name = `${prefix}${key}`.slice(0, 200);
    if (isObject(value)) return Object.entries(flatten(value, `${name}.`));
    if (Array.isArray(value))
      return [[name, value.every((item) => typeof item !== "object") ? value.join("; ") : JSON.stringify(value)]];
    return [[name, value]];
  });
  return Object.fromEntries(entries);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
