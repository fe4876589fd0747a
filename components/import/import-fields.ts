import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { FieldSchema, TaskTypeInfo } from "#lib/queries/task-types.ts";

/** One field of a type that a column can be; nested ones by their path: `input_data.prompt`. */
export type ImportField = { path: string; label: string; schema: FieldSchema; required: boolean };

/** A column that names each row's type. */
export const typeField = "task_type";

/** The type's fields, its required ones first. */
export function importFields(type: TaskTypeInfo): ImportField[] {
  const fields = flatFields(type.request_schema, "", true).filter((field) => field.path !== typeField);
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

function flatFields(schema: FieldSchema, prefix: string, demanded: boolean): ImportField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, given]) => {
    const field = withoutNull(given);
    const path = prefix + name;
    const asked = demanded && required.has(name) && given.default === undefined;
    if (name === "input_data" && field.properties) return flatFields(field, `${path}.`, asked);
    return [{ path, label: field.title ?? path.replaceAll("_", " "), schema: field, required: asked }];
  });
}

/** `string | null` is an optional string to a table. */
function withoutNull(schema: FieldSchema): FieldSchema {
  const others = schema.anyOf?.filter((option) => option.type !== "null") ?? [];
  return others.length === 1 ? { ...schema, ...others[0] } : schema;
}

/** The field that each column most likely is; "" where none fits. */
export function guessMapping(columns: readonly string[], fields: readonly ImportField[]): string[] {
  const free = new Set([typeField, ...fields.map((field) => field.path)]);
  return columns.map((column) => {
    const name = plain(column);
    const found =
      (name === typeField || name === "type" ? typeField : undefined) ??
      fields.find((field) => plain(field.path) === name)?.path ??
      fields.find((field) => plain(field.path.split(".").at(-1) ?? "") === name)?.path ??
      fields.find((field) => plain(field.label) === name)?.path ??
      (aliases[name] && free.has(aliases[name]) ? aliases[name] : undefined);
    if (!found || !free.delete(found)) return "";
    return found;
  });
}

const aliases: Record<string, string> = {
  id: "task_id",
  group: "task_source_group_id",
  batch: "task_source_group_id",
  campaign: "task_source_group_id",
  source: "task_source_id",
  notes: "notes_for_reviewer",
  due: "due_at",
  publish: "publish_at",
  material: "source_material",
  words: "target_length",
};

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** The type whose own fields the columns name most of, and whose required ones they all name, if there is one. */
export function guessType(columns: readonly string[], types: readonly TaskTypeInfo[]): TaskTypeInfo | undefined {
  const ranked = types.map((type) => {
    const fields = importFields(type);
    const named = new Set(guessMapping(columns, fields));
    const missing = fields.filter((field) => field.required && !named.has(field.path)).length;
    return { type, rank: named.size - missing * 3 };
  });
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.type;
}

/** What a cell stands for in a request; undefined when it is empty. */
export function cellValue({ schema }: ImportField, text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (type === "integer" || type === "number") return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
  if (type === "boolean") return readBoolean(trimmed);
  if (type === "array") return readList(schema, trimmed);
  if (type === "string") return readText(schema, text);
  return readJson(trimmed);
}

function readText(schema: FieldSchema, text: string): string {
  if (schema.enum)
    return String(schema.enum.find((option) => String(option) === text.trim().toLowerCase()) ?? text.trim());
  const date = schema.format === "date-time" && /^\d{4}-\d\d-\d\d/.test(text.trim()) ? new Date(text.trim()) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : text.trim();
}

function readBoolean(text: string): Json {
  if (/^(true|yes|y|1|x)$/i.test(text)) return true;
  return /^(false|no|n|0)$/i.test(text) ? false : text;
}

function readList(schema: FieldSchema, text: string): Json {
  if (text.startsWith("[")) return readJson(text);
  if (schema.items?.type !== "string") return readJson(text);
  return text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter(Boolean);
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Puts a value at its path. */
export function place(request: JsonObject, path: string, value: Json): void {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    request[first] = value;
    return;
  }
  const inner = request[first];
  const target = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  request[first] = target;
  place(target, rest.join("."), value);
}
