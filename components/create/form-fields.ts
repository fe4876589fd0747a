import type { FieldSchema } from "#lib/queries/task-types.ts";
import type { FormField, FormValues } from "./form-field.ts";
import { toFormValue } from "./form-values.ts";
import { fieldsOf } from "./read-fields.ts";

/** Fields of every type; they follow the type's own, most of them folded away. */
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

export type FormSections = { own: FormField[]; material: FormField[]; common: FormField[] };

/** The form of a type, from the JSON Schema that also validates its requests. */
export function formSections(schema: FieldSchema): FormSections {
  const fields = fieldsOf(schema, []).filter(({ name }) => name !== "task_type" && name !== "request_data");
  const named = (names: readonly string[]) =>
    names.flatMap((name) => fields.filter((field) => field.name === name && !isAsked(field)));
  const isShared = (field: FormField) => materialFields.includes(field.name) || commonFields.includes(field.name);
  return {
    own: [
      ...fields.filter((field) => !isShared(field)),
      ...fields.filter((field) => isShared(field) && isAsked(field)),
    ],
    material: named(materialFields),
    common: named(commonFields),
  };
}

/** A common field that this type cannot do without stands with its own. */
function isAsked({ required }: FormField): boolean {
  return required === true;
}

export function emptyValues({ own, material, common }: FormSections): FormValues {
  return Object.fromEntries(
    [...own, ...material, ...common].map((field) => [field.name, toFormValue(field, field.schema.default)]),
  );
}

/** What stands at a path of a request. */
export function valueAt(request: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    request,
  );
}
