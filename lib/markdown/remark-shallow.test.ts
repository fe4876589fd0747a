import { expect, it } from "vitest";
import { shallow } from "#lib/markdown/remark-shallow.ts";
import { renderMarkdown } from "#lib/markdown/render-markdown.ts";

const render = (text: string) => renderMarkdown(text, { resolveFile: () => null });

it.each([
  ["a quotation in quotations", "> > > deep\n>\n> > less\n\nnone"],
  ["lists", "- a\n  - b\n    1. c\n       - d\n10) e"],
  ["a line across, emphasis and figures", "- - - - -\n\n*so* and **so**\n\n---\n\n2026. A year\n1.5 is a number"],
  ["code that stands far in", `\`\`\`\n${" ".repeat(150)}x = 1\n\`\`\``],
])("%s stays as it is", (_, text) => expect(shallow(text)).toBe(text));

it.each<[string, string]>([
  ["quotations", "> ".repeat(20_000)],
  ["quotations without spaces", ">".repeat(20_000)],
  ["lists on one line", "- ".repeat(20_000)],
  ["numbered lists on one line", "1. ".repeat(20_000)],
  ["both, with tabs between", ">\t-\t".repeat(10_000)],
  ["lists line by line", Array.from({ length: 600 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n")],
  ["lists within quotations", Array.from({ length: 600 }, (_, level) => `> ${"  ".repeat(level)}* a`).join("\n")],
])("%s nested without end are read, and keep their length", (_, marks) => {
  const text = `${marks} the words`;
  expect(shallow(text)).toHaveLength(text.length);
  const html = render(text);
  expect(html).toContain("the words");
  expect(html.split(/<(?:blockquote|ul|ol)/).length).toBeLessThan(700);
  expect(deepest(html)).toBeLessThan(250);
});

/** How many elements stand within one another. */
function deepest(html: string): number {
  let [depth, most] = [0, 0];
  for (const [tag] of html.matchAll(/<\/?(?:blockquote|ul|ol|li)\b/g)) {
    depth += tag.startsWith("</") ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}
