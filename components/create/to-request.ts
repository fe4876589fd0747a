import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { FormField, FormSections, FormValues } from "./form-fields.ts";

/** The request that a form stands for; what is empty or as the type has it anyway is left out. */
export function toRequest(taskType: string, sections: FormSections, values: FormValues): JsonObject {
  const request: JsonObject = { task_type: taskType };
  for (const field of [...sections.own, ...sections.material, ...sections.common]) {
    const value = fieldValue(field, values[field.name]);
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(field.schema.default))
      request[field.name] = value;
  }
  return request;
}

function fieldValue(field: FormField, value: string | boolean | undefined): Json | undefined {
  if (typeof value === "boolean") return value === false && field.schema.default === undefined ? undefined : value;
  const text = value?.trim() ?? "";
  if (text === "") return undefined;
  if (field.kind === "number") return Number(text);
  if (field.kind === "tags") return splitList(text, /[,\n]/);
  if (field.kind === "lines") return splitList(text, /\n/);
  if (field.kind === "json") return parseJson(text);
  if (field.kind === "time") return new Date(text).toISOString();
  return field.kind === "long" ? (value ?? "") : text;
}

function splitList(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What is wrong with a field's value; null when nothing is. The server has the last word. */
export function checkField(field: FormField, value: string | boolean | undefined): string | null {
  const { schema } = field;
  if (typeof value === "boolean") return null;
  const text = value?.trim() ?? "";
  if (text === "") return field.required ? `${field.label} is needed` : null;
  if (field.kind === "number") return checkNumber(field, Number(text));
  if (field.kind === "json") return parseJson(text) === undefined ? "This is not JSON" : null;
  if (field.kind === "tags" || field.kind === "lines") {
    const items = splitList(text, field.kind === "tags" ? /[,\n]/ : /\n/);
    if (schema.maxItems !== undefined && items.length > schema.maxItems) return `At most ${schema.maxItems}`;
    const wrong = schema.items?.format === "uri" ? items.find((item) => !/^https?:\/\/\S+$/.test(item)) : undefined;
    return wrong ? `${wrong} is not an http address` : null;
  }
  if (schema.minLength !== undefined && text.length < schema.minLength)
    return `At least ${schema.minLength} characters`;
  if (schema.maxLength !== undefined && text.length > schema.maxLength) return `At most ${schema.maxLength} characters`;
  return null;
}

function checkNumber({ schema }: FormField, number: number): string | null {
  if (!Number.isFinite(number)) return "This is not a number";
  if (schema.type === "integer" && !Number.isInteger(number)) return "A whole number";
  const { minimum, maximum } = schema;
  if (minimum !== undefined && number < minimum) return `At least ${minimum}`;
  if (maximum !== undefined && number > maximum) return `At most ${maximum}`;
  return null;
}
