import { expect, it } from "vitest";
import { spliceText } from "./splice-text.ts";

it.each([
  ["a\r\nb\r\nc", "a\nbx\nc", "a\r\nbx\r\nc"],
  ["a\r\nb\nc\rd", "a\nb\nc\nd!", "a\r\nb\nc\rd!"],
  ["a\r\nb", "a\nnew\nb", "a\r\nnew\r\nb"],
  ["a\r\n\r\nb", "b", "b"],
  ["a\r\n", "", ""],
  ["", "x", "x"],
  ["a\r\na\r\na", "a\na", "a\r\na"],
  ["plain\ntext", "other", "other"],
])("of %j with %j typed comes %j", (original, edited, expected) => {
  expect(spliceText(original, edited)).toBe(expected);
});
