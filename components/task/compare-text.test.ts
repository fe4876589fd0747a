import { expect, it } from "vitest";
import { compareParagraphs } from "./compare-text.ts";

it("leaves equal paragraphs alone and compares changed ones by word", () => {
  const blocks = compareParagraphs("One.\n\nThe sea comes in.", "One.\n\nThe sea walks in.");
  expect(blocks.map((block) => block.changed)).toEqual([false, true]);
  expect(blocks[1]?.pieces).toEqual([
    { kind: "same", text: "The sea " },
    { kind: "removed", text: "comes" },
    { kind: "added", text: "walks" },
    { kind: "same", text: " in." },
  ]);
});

it("keeps every paragraph that only one side has", () => {
  const kinds = (before: string, after: string) =>
    compareParagraphs(before, after).map((block) => block.pieces.map((piece) => piece.kind).join());
  expect(kinds("A\n\nB", "A")).toEqual(["same", "removed"]);
  expect(kinds("A", "A\n\nB\n\nC")).toEqual(["same", "added", "added"]);
  expect(kinds("", "")).toEqual([]);
});
