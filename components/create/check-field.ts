import type { FormField } from "./form-field.ts";
import { parseJson, splitList } from "./form-values.ts";
import { formOfRow, readRows, rowForms } from "./list-rows.ts";

/** What is wrong with a field's value; null when nothing is. The server has the last word. */
export function checkField(field: FormField, value: string | boolean | undefined): string | null {
  if (typeof value === "boolean") return null;
  const text = value?.trim() ?? "";
  if (text === "") return field.required ? `${field.label} is needed` : null;
  switch (field.kind) {
    case "number":
      return checkNumber(field, Number(text));
    case "number or word":
      return field.schema.enum?.includes(text) ? null : checkWordOrNumber(field, Number(text));
    case "numbers":
      return checkNumbers(splitList(text, /[\s,;]+/));
    case "json":
      return parseJson(text) === undefined ? "This is not JSON" : null;
    case "list":
      return checkRows(field, text);
    case "table":
      return /^[[{]/.test(text) && parseJson(text) === undefined ? "This begins like JSON and is none" : null;
    case "tags":
    case "choices":
    case "lines":
      return checkItems(field, splitList(text, field.kind === "lines" ? /\n/ : /[,\n]/));
    default:
      return checkText(field, text);
  }
}

function checkText({ schema }: FormField, text: string): string | null {
  const { minLength, maxLength, format } = schema;
  if (minLength !== undefined && text.length < minLength) return `At least ${minLength} characters`;
  if (maxLength !== undefined && text.length > maxLength) return `At most ${maxLength} characters`;
  if (format === "uri" && !/^https?:\/\/\S+$/.test(text)) return "This is not an http address";
  return null;
}

function checkItems({ schema }: FormField, items: readonly string[]): string | null {
  if (schema.maxItems !== undefined && items.length > schema.maxItems) return `At most ${schema.maxItems}`;
  const { format, pattern } = schema.items ?? {};
  const fits = format === "uri" ? /^https?:\/\/\S+$/ : pattern ? new RegExp(pattern, "u") : null;
  const wrong = fits ? items.find((item) => !fits.test(item)) : undefined;
  if (wrong === undefined) return null;
  return format === "uri" ? `${wrong} is not an http address` : `${wrong} does not fit here`;
}

function checkRows(field: FormField, text: string): string | null {
  const forms = rowForms(field.schema);
  for (const [index, row] of readRows(text).entries()) {
    for (const cell of formOfRow(forms, row)?.fields ?? []) {
      const fault = checkField(cell, row[cell.name]);
      if (fault) return `Entry ${index + 1}: ${fault.startsWith(cell.label) ? "" : `${cell.label}: `}${fault}`;
    }
  }
  return null;
}

function checkNumbers(parts: readonly string[]): string | null {
  const wrong = parts.find((part) => !Number.isFinite(Number(part)));
  return wrong === undefined ? null : `${wrong} is not a number`;
}

function checkWordOrNumber(field: FormField, number: number): string | null {
  const words = field.schema.enum?.join(" or ") ?? "";
  const fault = checkNumber(field, number);
  return fault && `${fault}, or ${words}`;
}

function checkNumber({ schema }: FormField, number: number): string | null {
  if (!Number.isFinite(number)) return "This is not a number";
  if (schema.type === "integer" && !Number.isInteger(number)) return "A whole number";
  const { minimum, maximum } = schema;
  if (minimum !== undefined && number < minimum) return `At least ${minimum}`;
  if (maximum !== undefined && number > maximum) return `At most ${maximum}`;
  return null;
}
