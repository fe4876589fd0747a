import type { JsonObject } from "#lib/contract/json.ts";
import type { FormValues } from "./form-field.ts";
import type { FormSections } from "./form-fields.ts";
import { fieldValue } from "./form-values.ts";

/** The request that a form stands for; what is empty or as the type has it anyway is left out. */
export function toRequest(taskType: string, sections: FormSections, values: FormValues): JsonObject {
  const request: JsonObject = { task_type: taskType };
  for (const field of [...sections.own, ...sections.material, ...sections.common]) {
    const value = fieldValue(field, values[field.name]);
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(field.schema.default))
      place(request, field.path, value);
  }
  return request;
}

function place(into: JsonObject, [key = "", ...rest]: readonly string[], value: JsonObject[string]): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = into[key];
  const next: JsonObject = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  into[key] = next;
  place(next, rest, value);
}
