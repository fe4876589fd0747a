import type { FieldSchema } from "#lib/queries/task-types.ts";

/** Fields of every type (TASK-TYPES.md); they follow the type's own, most of them folded away. */
const materialFields = ["source_material", "reference_urls", "notes_for_reviewer"];
const commonFields = [
  "language",
  "quality_preference",
  "priority",
  "assigned_to",
  "due_at",
  "publish_at",
  "task_source_group_id",
  "task_source_name",
  "task_source_id",
  "task_id",
  "model_name",
  "models_by_phase",
  "requires_approval",
  "parameters",
  "metadata",
];

export type FormField = {
  name: string;
  label: string;
  schema: FieldSchema;
  /** Undefined where a default makes the question idle. */
  required: boolean | undefined;
  kind: FieldKind;
};

export type FieldKind =
  | "text"
  | "long"
  | "number"
  | "choice"
  | "switch"
  | "tags"
  | "lines"
  | "json"
  | "time"
  | "member";

export type FormSections = { own: FormField[]; material: FormField[]; common: FormField[] };

/** The form of a type, from the JSON Schema that also validates its requests. */
export function formSections(schema: FieldSchema): FormSections {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== "task_type" && name !== "request_data")
    .map(([name, field]): FormField => {
      const plain = withoutNull(field);
      return {
        name,
        label: plain.title ?? field.title ?? sentence(name),
        schema: {
          ...plain,
          description: field.description ?? plain.description,
          default: field.default ?? plain.default,
        },
        required: field.default === undefined ? required.has(name) : undefined,
        kind: kindOf(name, plain),
      };
    });
  const named = (names: readonly string[]) => names.flatMap((name) => fields.filter((field) => field.name === name));
  return {
    own: fields.filter((field) => !materialFields.includes(field.name) && !commonFields.includes(field.name)),
    material: named(materialFields),
    common: named(commonFields),
  };
}

/** `string | null` is an optional string to a form. */
function withoutNull(schema: FieldSchema): FieldSchema {
  const other = schema.anyOf?.find((option) => option.type !== "null");
  return other ? { ...schema, ...other, title: schema.title ?? other.title } : schema;
}

function kindOf(name: string, schema: FieldSchema): FieldKind {
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (name === "assigned_to") return "member";
  if (schema.enum) return "choice";
  if (type === "boolean" || typeof schema.const === "boolean") return "switch";
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return arrayKind(schema);
  if (type === "string") return stringKind(schema);
  return "json";
}

function arrayKind({ items }: FieldSchema): FieldKind {
  if (items?.type !== "string") return "json";
  return items.format === "uri" || (items.maxLength ?? 0) > 200 ? "lines" : "tags";
}

function stringKind({ format, maxLength = 0 }: FieldSchema): FieldKind {
  if (format === "date-time") return "time";
  return maxLength > 300 ? "long" : "text";
}

function sentence(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything a form holds is text or a switch; requests are made of it by `toRequest`. */
export type FormValues = Record<string, string | boolean>;

export function emptyValues({ own, material, common }: FormSections): FormValues {
  return Object.fromEntries(
    [...own, ...material, ...common].map((field) => [field.name, toFormValue(field, field.schema.default)]),
  );
}

/** A request's value as the form shows it. */
export function toFormValue(field: FormField, value: unknown): string | boolean {
  if (field.kind === "switch") return value === true;
  if (value === undefined || value === null) return "";
  if (field.kind === "tags" && Array.isArray(value)) return value.join(", ");
  if (field.kind === "lines" && Array.isArray(value)) return value.join("\n");
  if (typeof value === "object") return Object.keys(value).length === 0 ? "" : JSON.stringify(value, null, 2);
  return String(value);
}
