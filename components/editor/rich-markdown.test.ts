import { expect, it } from "vitest";
import { keepsMarkdown, plainCitations } from "./rich-markdown.ts";

it.each([
  "# Tides\n\nTwice a day the sea *comes* in, and **leaves** again.\n\n- silt\n- salt\n\n> A wall costs more.",
  "1. One\n2. Two\n\n[A link](https://a.example/x) and `code`.\n\n```ts\nconst a = 1;\n```\n\n---\n\nThe end.",
  "![A marsh](https://a.example/m.png)\n\nIn 1953 a surge broke 1,200 banks.",
])("keeps what it can hold", (text) => {
  expect(keepsMarkdown(text)).toBe(true);
});

it.each(["| a | b |\n| - | - |\n| 1 | 2 |", "Text[^1]\n\n[^1]: A note.", '<div class="x">Text</div>'])(
  "says so of what it would lose",
  (text) => {
    expect(keepsMarkdown(text)).toBe(false);
  },
);

it("leaves citations as the text has them", () => {
  expect(plainCitations("It settles. \\[1\\] It grows. \\[12\\]")).toBe("It settles. [1] It grows. [12]");
});
