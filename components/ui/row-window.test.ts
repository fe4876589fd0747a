import { expect, test } from "vitest";
import { rowsInSight } from "./row-window.tsx";

test("the rows in sight are held, with some beyond them on both sides", () => {
  expect(rowsInSight({ top: 3600, height: 360, rowHeight: 36 })).toEqual({ from: 88, until: 122 });
});

test("a row that shows in part is in sight", () => {
  expect(rowsInSight({ top: 3601, height: 360, rowHeight: 36 })).toEqual({ from: 88, until: 123 });
});

test("nothing lies before the first row, even where the box is pulled past its edge", () => {
  expect(rowsInSight({ top: 0, height: 360, rowHeight: 36 })).toEqual({ from: 0, until: 22 });
  expect(rowsInSight({ top: -80, height: 360, rowHeight: 36 }).from).toBe(0);
});
