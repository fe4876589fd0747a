import type { FieldSchema } from "#lib/queries/task-types.ts";
import { readKind } from "./field-kind.ts";
import type { FormField } from "./form-field.ts";

/** The fields of an object; those of an object within it stand among them. */
export function fieldsOf(schema: FieldSchema, above: readonly string[]): FormField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, given]) => {
    const path = [...above, key];
    const isClosed = given.type === "object" && given.properties && given.default === undefined;
    if (isClosed) return fieldsOf(given, path);
    const { kind, schema: plain } = readKind(key, given);
    const field: FormField = {
      name: path.join("/"),
      path,
      label: plain.title ?? given.title ?? sentence(key),
      schema: {
        ...plain,
        description: given.description ?? plain.description,
        default: given.default ?? plain.default,
      },
      required: given.default === undefined ? required.has(key) : isNothing(given.default) ? false : undefined,
      kind,
    };
    return [field];
  });
}

/** A default that leaves a field empty; one that fills it needs no word beside it. */
function isNothing(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

/** Of fields that their schema leaves unnamed. */
const names: Record<string, string> = { url: "Address", op: "Comparison", upload_id: "File" };

function sentence(name: string): string {
  const known = names[name];
  if (known) return known;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
