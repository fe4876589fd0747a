import { describe, expect, it } from "vitest";
import { excerptOf } from "#lib/http/profiles/excerpt.ts";

describe("what lists show of a result", () => {
  it("is its own excerpt where it has one", () => {
    expect(excerptOf({ excerpt: "Twice a day" }, "# Tides\n\nThe sea comes in.")).toBe("Twice a day");
  });

  it.each([
    ["**revenue** went up [1].\n\n## Why\n\nMore [orders](https://x.test).", "revenue went up. More orders."],
    ["# Title\n\n| a | b |\n| - | - |\n\n> quoted\n\n1. first\n- second", "quoted first second"],
    ["2 * 3 and snake_case stay", "2 * 3 and snake_case stay"],
  ])("is the words of its text without their marks", (content, words) => {
    expect(excerptOf({}, content)).toBe(words);
  });

  it("is the first mail's or post's words where that is what came out, cut between words", () => {
    expect(excerptOf({ emails: [{ text: "The jetty\n=========\n\nIt opened." }] }, null)).toBe("The jetty It opened.");
    expect(excerptOf({ posts: [{ text: "Open again." }] }, null)).toBe("Open again.");
    const long = excerptOf({}, "word ".repeat(200)) ?? "";
    expect(long).toMatch(/^(?:word )+…$/);
    expect(long.length).toBeLessThanOrEqual(242);
  });

  it("is nothing where there are no words", () => {
    expect(excerptOf(null, "not finished")).toBeNull();
    expect(excerptOf({ images: [] }, null)).toBeNull();
    expect(excerptOf({}, "# Only a heading")).toBeNull();
  });
});
