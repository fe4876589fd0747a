import { expect, it } from "vitest";
import { titleFrom } from "#task-types/title-from.ts";

it("keeps what is short enough, on one line", () => {
  expect(titleFrom("  How tides\n shape  estuaries ")).toBe("How tides shape estuaries");
  expect(titleFrom("a".repeat(120))).toBe("a".repeat(120));
});

it("ends a longer text after a whole word, and says that it goes on", () => {
  const title = titleFrom(`${"tide ".repeat(23)}water, and more`);
  expect(title).toBe(`${"tide ".repeat(23).trim()}…`);
  expect(titleFrom(`${"tide ".repeat(23)}ebb, and more`)).toMatch(/ebb…$/);
});

it("cuts what has no words, and is never longer than the limit", () => {
  expect(titleFrom("潮".repeat(300))).toBe(`${"潮".repeat(119)}…`);
  expect(titleFrom(`x${"🌊".repeat(100)}`).isWellFormed()).toBe(true);
  expect(titleFrom("🌊".repeat(100)).isWellFormed()).toBe(true);
  for (const length of [119, 120, 121, 122]) expect(titleFrom("ab ".repeat(length)).length).toBeLessThanOrEqual(120);
});
