import type { Json } from "#lib/contract/json.ts";
import type { FieldSchema } from "#lib/queries/task-types.ts";
import { cellValue, type ImportField } from "./import-fields.ts";

/** What is wrong with a cell, to follow its field's name: "must be easy, medium or hard". The server has the last word. */
export function checkCell(field: ImportField, text: string): string | null {
  const value = cellValue(field, text);
  if (value === undefined) return field.required ? "is needed" : null;
  return checkValue(field.schema, value);
}

function checkValue(schema: FieldSchema, value: Json): string | null {
  if (schema.enum && !schema.enum.some((option) => option === value)) return `must be ${either(schema.enum)}`;
  if (schema.const !== undefined && schema.const !== value) return `can only be ${schema.const}`;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") return checkNumber(schema, value);
  if (type === "boolean") return typeof value === "boolean" ? null : "must be yes or no";
  if (type === "array") return checkList(schema, value);
  if (type === "object") return typeof value === "object" && value !== null ? null : "must be JSON";
  return typeof value === "string" ? checkText(schema, value) : null;
}

function checkNumber(schema: FieldSchema, value: Json): string | null {
  if (typeof value !== "number") return "must be a number";
  if (schema.type === "integer" && !Number.isInteger(value)) return "must be a whole number";
  const { minimum, maximum } = schema;
  if (minimum !== undefined && maximum !== undefined && (value < minimum || value > maximum)) {
    return `must be from ${minimum} to ${maximum}`;
  }
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  return maximum !== undefined && value > maximum ? `must be at most ${maximum}` : null;
}

function checkList(schema: FieldSchema, value: Json): string | null {
  if (!Array.isArray(value)) return "must be a list";
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema;
  if (value.length < minItems) return `must have at least ${minItems}`;
  if (value.length > maxItems) return `can have at most ${maxItems}`;
  for (const item of value) {
    const fault = items ? checkValue(items, item) : null;
    if (fault) return `${fault}: ${JSON.stringify(item)}`;
  }
  return null;
}

function checkText(schema: FieldSchema, value: string): string | null {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, format, pattern } = schema;
  if (value.length < minLength) return `must have at least ${minLength} characters`;
  if (value.length > maxLength) return `can have at most ${maxLength} characters`;
  if (format === "uri") return /^https?:\/\/\S+$/.test(value) ? null : "must be an http address";
  if (format === "date-time") return Number.isNaN(Date.parse(value)) ? "must be a date or a time" : null;
  if (format === "uuid" || !pattern)
    return format === "uuid" && !/^[0-9a-f-]{36}$/i.test(value) ? "must be an id" : null;
  return new RegExp(pattern).test(value) ? null : "is not of the form that is asked for";
}

function either(options: readonly (string | number)[]): string {
  const last = options.at(-1);
  return options.length < 2 ? String(last) : `${options.slice(0, -1).join(", ")} or ${last}`;
}
