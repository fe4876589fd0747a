import { expect, it } from "vitest";
import type { FieldSchema } from "#lib/queries/task-types.ts";
import { checkField } from "./check-field.ts";
import { emptyValues, formSections } from "./form-fields.ts";
import { toRequest } from "./to-request.ts";

const schema: FieldSchema = {
  type: "object",
  required: ["topic", "tags"],
  properties: {
    task_type: { const: "blog_post" },
    topic: { type: "string", minLength: 3, maxLength: 200, title: "Topic" },
    target_length: { type: "integer", minimum: 200, maximum: 5000, default: 1500 },
    tags: { type: "array", items: { type: "string", maxLength: 50 }, maxItems: 2, default: [] },
    generate_featured_image: { type: "boolean", default: true },
    reference_urls: { type: "array", items: { type: "string", format: "uri" }, default: [] },
    metadata: { type: "object", default: {} },
  },
};
const sections = formSections(schema);

it("puts the type's own fields first and reads what each one is", () => {
  expect(sections.own.map((field) => `${field.name}:${field.kind}`)).toEqual([
    "topic:text",
    "target_length:number",
    "tags:tags",
    "generate_featured_image:switch",
  ]);
  expect(sections.material.map((field) => field.kind)).toEqual(["lines"]);
  expect(sections.own.filter((field) => field.required).map((field) => field.name)).toEqual(["topic"]);
});

it("sends only what differs from the defaults", () => {
  const values = { ...emptyValues(sections), topic: " Tides " };
  expect(toRequest("blog_post", sections, values)).toEqual({ task_type: "blog_post", topic: "Tides" });
  const filled = {
    ...values,
    tags: "coast, ecology",
    generate_featured_image: false,
    metadata: '{"a":1}',
    target_length: "600",
  };
  expect(toRequest("blog_post", sections, filled)).toEqual({
    task_type: "blog_post",
    topic: "Tides",
    target_length: 600,
    tags: ["coast", "ecology"],
    generate_featured_image: false,
    metadata: { a: 1 },
  });
});

it("names what is wrong at its field", () => {
  const check = (name: string, value: string) => {
    const field = [...sections.own, ...sections.material, ...sections.common].find((each) => each.name === name);
    return field ? checkField(field, value) : "no such field";
  };
  expect(check("topic", "")).toBe("Topic is needed");
  expect(check("topic", "ab")).toBe("At least 3 characters");
  expect(check("target_length", "12.5")).toBe("A whole number");
  expect(check("target_length", "100")).toBe("At least 200");
  expect(check("tags", "a, b, c")).toBe("At most 2");
  expect(check("reference_urls", "ftp://x")).toBe("ftp://x is not an http address");
  expect(check("metadata", "{")).toBe("This is not JSON");
});
