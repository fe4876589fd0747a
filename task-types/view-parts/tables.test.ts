import { expect, it } from "vitest";
import { summarise, summaryText } from "./column-summary.ts";
import { sortRows } from "./sort-rows.ts";

it("sorts numbers by size and words as people do, what is empty last either way", () => {
  const rows = [
    { n: 10, w: "item 10" },
    { n: null, w: "Item 9" },
    { n: 9, w: null },
  ];
  expect(sortRows(rows, "n", false).map(({ n }) => n)).toEqual([9, 10, null]);
  expect(sortRows(rows, "n", true).map(({ n }) => n)).toEqual([10, 9, null]);
  expect(sortRows(rows, "w", false).map(({ w }) => w)).toEqual(["Item 9", "item 10", null]);
});

it("says what a column holds", () => {
  expect(summaryText(summarise([1200, null, 400]))).toBe("sum 1,600 · mean 800 · 400 to 1,200, 1 empty");
  expect(summaryText(summarise([2024, 2026, null]))).toBe("2024 to 2026, 1 empty");
  expect(summaryText(summarise(["a", "b", "a", ""]))).toBe("2 different, 1 empty");
  expect(summarise([1, "2"])).toMatchObject({ kind: "words" });
  expect(summarise([])).toEqual({ kind: "words", distinct: 0, empty: 0 });
});
