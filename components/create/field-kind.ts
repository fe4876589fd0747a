import type { FieldSchema } from "#lib/queries/task-types.ts";

export type FieldKind =
  | "text"
  | "long"
  | "number"
  | "numbers"
  | "number or word"
  | "choice"
  | "choices"
  | "switch"
  | "tags"
  | "lines"
  | "list"
  | "table"
  | "upload"
  | "value"
  | "json"
  | "time"
  | "member";

/** What a form offers for a field of this schema; `schema` is the one of several forms that the form takes. */
export function readKind(name: string, given: FieldSchema): { kind: FieldKind; schema: FieldSchema } {
  const options = given.anyOf?.filter((option) => option.type !== "null");
  if (!options) return { kind: kindOf(name, given), schema: given };
  const one = (option: FieldSchema) => ({ ...given, anyOf: undefined, ...option, title: given.title ?? option.title });
  const [first] = options;
  if (options.length === 1 && first) return { kind: kindOf(name, first), schema: one(first) };
  if (options.some((option) => option.properties?.upload_id)) return { kind: "table", schema: given };
  const number = options.find((option) => isNumber(option));
  if (number && options.some((option) => option.const !== undefined)) {
    return { kind: "number or word", schema: { ...one(number), enum: options.flatMap(constantOf) } };
  }
  const list = options.find((option) => option.type === "array" && arrayKind(option) !== "json");
  if (list && !options.some((option) => option.type === "string")) return { kind: arrayKind(list), schema: one(list) };
  return { kind: options.every((option) => option.type !== "object") ? "value" : "json", schema: given };
}

function constantOf({ const: constant }: FieldSchema): string[] {
  return typeof constant === "string" ? [constant] : [];
}

function kindOf(name: string, schema: FieldSchema): FieldKind {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (name === "assigned_to") return "member";
  if (/(?:^|_)upload(_id)?$/.test(name)) return "upload";
  if (schema.enum) return "choice";
  if (type === "boolean" || typeof schema.const === "boolean") return "switch";
  if (isNumber(schema)) return "number";
  if (type === "array") return arrayKind(schema);
  return type === "string" ? stringKind(name, schema) : "json";
}

function isNumber({ type }: FieldSchema): boolean {
  return type === "integer" || type === "number";
}

function arrayKind({ items }: FieldSchema): FieldKind {
  if (items?.oneOf || items?.properties) return "list";
  if (items && isNumber(items)) return "numbers";
  if (items?.enum) return "choices";
  if (items?.type !== "string") return "json";
  return items.format === "uri" || (items.maxLength ?? 0) > 200 ? "lines" : "tags";
}

function stringKind(name: string, { format, maxLength = 0 }: FieldSchema): FieldKind {
  if (format === "date-time") return "time";
  if (format === "uri" || /(?:^|_)url$/.test(name)) return "text";
  return maxLength > 300 ? "long" : "text";
}
