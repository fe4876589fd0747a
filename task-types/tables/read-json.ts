import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { Cell, Row } from "#task-types/table-data.ts";
import { requireBoundedTable } from "./bounded-table.ts";
import { uniqueColumns } from "./read-csv.ts";

/**
 * The rows of a JSON text: a list, or the longest list of objects inside it; JSON lines too. Lists of lists with a line
 * of names, `{columns, data}` and objects that are keyed by record are tables as well. Nested fields become
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
    return fromLines(value) ?? value.map((item) => (isObject(item) ? item : { value: item }));
  }
  if (!isObject(value)) return [{ value }];
  const split = fromColumns(value);
  if (split) return split;
  const lists = listsIn(value).sort((left, right) => right.length - left.length);
  return lists[0] ?? fromKeys(value) ?? [value];
}

/** `[["city", "pop"], ["Oslo", 700000]]`: the first line names the columns. */
function fromLines(lines: readonly Json[], names?: readonly Json[]): JsonObject[] | null {
  const [first, ...rest] = lines;
  if (!lines.every((line) => Array.isArray(line)) || !Array.isArray(first)) return null;
  const isHeader = !names && rest.length > 0 && first.length > 0 && first.every((cell) => typeof cell === "string");
  const header = names ?? (isHeader ? first : first.map(() => ""));
  const columns = uniqueColumns(header.map(String));
  requireBoundedTable(lines.length, columns.length);
  return (isHeader ? rest : lines).map((line) =>
    Object.fromEntries(columns.map((column, index) => [column, (line as Json[])[index] ?? null])),
  );
}

/** `{columns: ["a", "b"], data: [[1, 2]]}` */
function fromColumns(value: JsonObject): JsonObject[] | null {
  const names = ["columns", "header", "headers", "fields"].map((key) => value[key]).find(Array.isArray);
  const lines = ["data", "rows", "values"].map((key) => value[key]).find(Array.isArray);
  if (!names || !lines || lines.length === 0) return null;
  return fromLines(
    lines,
    names.map((name) => (isObject(name) ? (name.name ?? name.label ?? "") : name)),
  );
}

/** `{"Oslo": {"pop": 1}, "Bergen": {"pop": 2}}`: records of one shape under their names. */
function fromKeys(value: JsonObject): JsonObject[] | null {
  const entries = Object.entries(value);
  const shapes = new Set(entries.map(([, record]) => (isObject(record) ? Object.keys(record).sort().join() : null)));
  if (entries.length < 2 || shapes.size !== 1 || shapes.has(null) || shapes.has("")) return null;
  return entries.map(([key, record]) => ({ key, ...(record as JsonObject) }));
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

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
