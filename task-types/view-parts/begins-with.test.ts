import { expect, it } from "vitest";
import { beginsWith } from "./begins-with.ts";

const text =
  "# Tides\n\n**Twice a day** the sea comes in [1]. It goes out again, and [leaves mud](https://example.org).";

it("sees an excerpt that is the text's beginning, through Markdown and citations", () => {
  expect(beginsWith(text, "Twice a day the sea comes in. It goes out again …")).toBe(true);
  expect(beginsWith(text, "Twice a day the sea comes in. It goes out again, and leaves mud.")).toBe(true);
});

it("keeps an excerpt that says it in its own words", () => {
  expect(beginsWith(text, "How the sea shapes its shores")).toBe(false);
  expect(beginsWith(text, "It goes out again")).toBe(false);
  expect(beginsWith(text, "")).toBe(false);
});
