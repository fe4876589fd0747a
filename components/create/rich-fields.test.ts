import { expect, it } from "vitest";
import type { FieldSchema } from "#lib/queries/task-types.ts";
import { checkField } from "./check-field.ts";
import { emptyValues, formSections, valueAt } from "./form-fields.ts";
import { toFormValue } from "./form-values.ts";
import { toRequest } from "./to-request.ts";

const text = { type: "string", minLength: 1, maxLength: 200 };
const schema: FieldSchema = {
  type: "object",
  required: ["segments", "data_sources", "input_data", "model_name"],
  properties: {
    segments: {
      anyOf: [
        { type: "integer", minimum: 1, maximum: 50 },
        { type: "string", const: "maximum" },
      ],
    },
    cash_flows: { type: "array", items: { type: "number" } },
    platforms: { type: "array", items: { type: "string", enum: ["x", "bluesky"] } },
    input_data: {
      type: "object",
      required: ["prompt"],
      properties: { prompt: { ...text, title: "Prompt" }, width: { type: "integer" }, upload: { type: "string" } },
    },
    model_name: text,
    data: { anyOf: [{ type: "string" }, { type: "object", properties: { upload_id: { type: "string" } } }] },
    data_sources: {
      type: "array",
      items: {
        oneOf: [
          { type: "object", required: ["type", "url"], properties: { type: { const: "url" }, url: text } },
          { type: "object", required: ["type", "content"], properties: { type: { const: "inline" }, content: text } },
        ],
      },
    },
    filters: {
      default: [],
      anyOf: [
        {
          type: "array",
          items: { type: "object", properties: { field: text, value: { anyOf: [text, { type: "number" }] } } },
        },
        { type: "object" },
      ],
    },
  },
};
const sections = formSections(schema);
const field = (name: string) => {
  const found = sections.own.find((each) => each.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

it("sees what each field takes, also within an object", () => {
  expect(sections.own.map(({ name, kind }) => `${name}:${kind}`)).toEqual([
    "segments:number or word",
    "cash_flows:numbers",
    "platforms:choices",
    "input_data/prompt:text",
    "input_data/width:number",
    "input_data/upload:upload",
    "data:table",
    "data_sources:list",
    "filters:list",
    "model_name:text",
  ]);
});

it("gives an example back as it was, by way of the form", () => {
  const example = {
    task_type: "t",
    segments: "maximum",
    cash_flows: [-70000, 12000],
    platforms: ["x", "bluesky"],
    input_data: { prompt: "A lock", width: 640 },
    model_name: "builtin/writer",
    data: { upload_id: "u" },
    data_sources: [
      { type: "url", url: "https://example.org/a" },
      { type: "inline", content: "a,b" },
    ],
    filters: [{ field: "n", value: 3 }],
  };
  const filled = sections.own.map((each) => [each.name, toFormValue(each, valueAt(example, each.path))]);
  expect(toRequest("t", sections, { ...emptyValues(sections), ...Object.fromEntries(filled) })).toEqual(example);
});

it("finds faults where they are", () => {
  expect(checkField(field("segments"), "51")).toBe("At most 50, or maximum");
  expect(checkField(field("segments"), "maximum")).toBeNull();
  expect(checkField(field("cash_flows"), "1, x")).toBe("x is not a number");
  expect(checkField(field("data"), "{")).toBe("This begins like JSON and is none");
  expect(checkField(field("data_sources"), "")).toBe("Data sources is needed");
  expect(checkField(field("data_sources"), JSON.stringify([{ type: "url", url: "" }]))).toBe(
    "Entry 1: Address is needed",
  );
  expect(checkField(field("data_sources"), JSON.stringify([{ type: "inline", content: "a" }]))).toBeNull();
});
