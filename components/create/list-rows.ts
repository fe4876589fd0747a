import type { FieldSchema } from "#lib/queries/task-types.ts";
import type { FormField, FormValues } from "./form-field.ts";
import { fieldsOf } from "./read-fields.ts";

/** One kind of entry that a list takes; `type` is null where it takes but one. */
export type RowForm = { type: string | null; label: string; fields: FormField[] };

const labels: Record<string, string> = { url: "Address", inline: "Given text", upload: "Uploaded file" };

/** The kinds of entry of a list of objects. */
export function rowForms({ items }: FieldSchema): RowForm[] {
  if (!items) return [];
  if (!items.oneOf) return [{ type: null, label: "Entry", fields: fieldsOf(items, []) }];
  return items.oneOf.map((option) => {
    const constant = option.properties?.type?.const;
    const type = typeof constant === "string" ? constant : "";
    const fields = fieldsOf(option, []).filter(({ name }) => name !== "type");
    return { type, label: labels[type] ?? type, fields };
  });
}

export function formOfRow(forms: readonly RowForm[], row: FormValues): RowForm | undefined {
  return forms.find(({ type }) => type === null || type === row.type) ?? forms[0];
}

/** A list is held as the text of its entries' own fields, so that what is half typed is kept as it is. */
export function readRows(value: string | boolean | undefined): FormValues[] {
  if (typeof value !== "string" || value === "") return [];
  try {
    const rows: unknown = JSON.parse(value);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

export function writeRows(rows: readonly FormValues[]): string {
  return rows.length === 0 ? "" : JSON.stringify(rows);
}
