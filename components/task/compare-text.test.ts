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

it("tells a sentence that became another as one change, not as a word by word exchange", () => {
  const [block] = compareParagraphs("Mud lies dry. A barrage moves water.", "Mud lies dry. The Severn has tides.");
  expect(block?.pieces).toEqual([
    { kind: "same", text: "Mud lies dry. " },
    { kind: "removed", text: "A barrage moves water" },
    { kind: "added", text: "The Severn has tides" },
    { kind: "same", text: "." },
  ]);
});

it("loses no word of either side", () => {
  const [before, after] = ["one two  three four five", "one 2 three 4 5 six"];
  const [block] = compareParagraphs(before, after);
  const side = (without: string) =>
    block?.pieces
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join("");
  expect(side("added")).toBe(before);
  expect(side("removed")).toBe(after);
});

it("keeps every paragraph that only one side has", () => {
  const kinds = (before: string, after: string) =>
    compareParagraphs(before, after).map((block) => block.pieces.map((piece) => piece.kind).join());
  expect(kinds("A\n\nB", "A")).toEqual(["same", "removed"]);
  expect(kinds("A", "A\n\nB\n\nC")).toEqual(["same", "added", "added"]);
  expect(kinds("", "")).toEqual([]);
});

it("tells a figure or an address that changed as a whole, not digit by digit", () => {
  expect(compareParagraphs("8.8", "8.7")[0]?.pieces).toEqual([
    { kind: "removed", text: "8.8" },
    { kind: "added", text: "8.7" },
  ]);
});
