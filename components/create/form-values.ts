import type { Json } from "#lib/contract/json.ts";
import type { FormField, FormValues } from "./form-field.ts";
import { formOfRow, readRows, rowForms, writeRows } from "./list-rows.ts";

/** A request's value as the form shows it. */
export function toFormValue(field: FormField, value: unknown): string | boolean {
  if (field.kind === "switch") return value === true;
  if (value === undefined || value === null) return "";
  if (field.kind === "list" && Array.isArray(value)) return writeRows(value.map((row) => toRow(field, row)));
  if (["tags", "choices", "numbers"].includes(field.kind) && Array.isArray(value)) return value.join(", ");
  if (field.kind === "lines" && Array.isArray(value)) return value.join("\n");
  if (typeof value === "object") return Object.keys(value).length === 0 ? "" : JSON.stringify(value, null, 2);
  return String(value);
}

function toRow(field: FormField, value: unknown): FormValues {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const type: FormValues = typeof given.type === "string" ? { type: given.type } : {};
  const form = formOfRow(rowForms(field.schema), type);
  const cells = form?.fields.map((cell) => [cell.name, toFormValue(cell, given[cell.name] ?? cell.schema.default)]);
  return { ...type, ...Object.fromEntries(cells ?? []) };
}

/** What a field's text stands for; undefined where it says nothing. */
export function fieldValue(field: FormField, value: string | boolean | undefined): Json | undefined {
  if (typeof value === "boolean") return value === false && field.schema.default === undefined ? undefined : value;
  const text = value?.trim() ?? "";
  if (text === "") return undefined;
  switch (field.kind) {
    case "number":
      return Number(text);
    case "number or word":
      return Number.isNaN(Number(text)) ? text : Number(text);
    case "numbers":
      return splitList(text, /[\s,;]+/).map(Number);
    case "tags":
    case "choices":
      return splitList(text, /[,\n]/);
    case "lines":
      return splitList(text, /\n/);
    case "list":
      return readRows(text).map((row) => fromRow(field, row));
    case "json":
      return parseJson(text);
    case "value":
      return parseJson(text) ?? text;
    case "table":
      return /^[[{]/.test(text) ? (parseJson(text) ?? text) : text;
    case "time":
      return new Date(text).toISOString();
    default:
      return field.kind === "long" ? String(value) : text;
  }
}

function fromRow(field: FormField, row: FormValues): Json {
  const form = formOfRow(rowForms(field.schema), row);
  const cells = (form?.fields ?? []).flatMap((cell) => {
    const value = fieldValue(cell, row[cell.name]);
    return value === undefined ? [] : [[cell.name, value] as const];
  });
  return { ...(form?.type ? { type: form.type } : {}), ...Object.fromEntries(cells) };
}

export function splitList(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);
}

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
