import { expect, it } from "vitest";
import { readPartial } from "./read-partial.ts";

it.each([
  ["", []],
  ["Once upon", ["Once upon"]],
  ['{"title": "Tides", "content": "Twice a d', ["Tides", "Twice a d"]],
  ['```json\n{"a": ["one", "two"], "n": 3, "ok": tr', ["one", "two"]],
  ['{"quote": "He said \\"no\\".\\nThen', ['He said "no".\nThen']],
  ['{"cut": "in an escape \\', ["in an escape "]],
  ['{"cut": "in a code \\u00e', ["in a code "]],
  ['{"code": "caf\\u00e9 and a back\\\\slash"', ["café and a back\\slash"]],
  ['{"na', ["na"]],
  ["Here is {something} in braces", ["Here is {something} in braces"]],
])("reads %j as far as it has come", (answer, strings) => {
  expect(readPartial(answer)).toEqual(strings);
});
