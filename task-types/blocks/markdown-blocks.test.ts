import { describe, expect, test } from "vitest";
import { keepsOtherBlocks, spliceMarkdown, splitMarkdown } from "./markdown-blocks.ts";

const everything = `First paragraph
over two lines.

## A heading
Directly below it.

- one
- two

  still two
* another list

1. first
2. second

| a | b |
|---|---|
| 1 | 2 |

\`\`\`ts
const x = "a

blank line";
\`\`\`

    indented code

> a quote
> goes on

<div class="x">

raw html

</div>

---

Setext
======

A note[^1] and a [link][ref].

[^1]: The note's text
    goes on here.

[ref]: https://example.org "Title"

Last paragraph.
`;

const texts = {
  everything,
  "CRLF line ends": everything.replaceAll("\n", "\r\n"),
  "a byte order mark": `\ufeff${everything}`,
  "white space around": `\n\n  ${everything}\n\n\t\n`,
  "wide letters": everything.replaceAll("paragraph", "段落 👩‍🚀 é"),
};

describe.each(Object.entries(texts))("with %s", (_, content) => {
  const blocks = splitMarkdown(content);

  test("blocks lie in order and only white space lies between them", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(16);
    let at = 0;
    for (const { start, end, source } of blocks) {
      expect(content.slice(at, start)).toMatch(/^\ufeff?\s*$/);
      expect(content.slice(start, end)).toBe(source);
      at = end;
    }
    expect(content.slice(at)).toMatch(/^\s*$/);
  });

  test("each block in turn can be replaced, and every other byte stays", () => {
    for (const [index, { start, end }] of blocks.entries()) {
      const after = spliceMarkdown(content, new Map([[index, "Quite other words."]]));
      const [before, behind] = [content.slice(0, start).trimEnd(), content.slice(end).trimStart()];
      expect(after.startsWith(before)).toBe(true);
      expect(after.endsWith(behind)).toBe(true);
      expect(after.slice(before.length, after.length - behind.length).trim()).toBe("Quite other words.");
      expect(keepsOtherBlocks(content, after, new Set([index]))).toBe(true);
    }
  });

  test("a paragraph that is replaced by a paragraph keeps the white space beside it too", () => {
    const index = blocks.findIndex(({ type }) => type === "paragraph");
    const { start = 0, end = 0 } = blocks[index] ?? {};
    const after = spliceMarkdown(content, new Map([[index, "New."]]));
    expect(after).toBe(`${content.slice(0, start)}New.${content.slice(end)}`);
  });

  test("any two can be taken out, unless what stays would be read as something else", () => {
    // Indented code behind a list would be part of it.
    const plain = content.replace(/ {4}indented code\r?\n\r?\n/, "");
    const { length } = splitMarkdown(plain);
    for (let left = 0; left < length; left += 3) {
      for (let right = left + 1; right < length; right += 2) {
        const gone = new Map([left, right].map((index) => [index, " \n"]));
        const after = spliceMarkdown(plain, gone);
        expect(keepsOtherBlocks(plain, after, new Set(gone.keys()))).toBe(true);
      }
    }
    const fence = blocks.findIndex(({ source }) => source.startsWith("```"));
    expect(() =>
      spliceMarkdown(
        content,
        new Map([
          [fence, ""],
          [fence - 1, ""],
        ]),
      ),
    ).toThrow(`passage ${fence}`);
  });

  test("nothing replaced changes nothing", () => {
    expect(spliceMarkdown(content, new Map())).toBe(content);
    expect(spliceMarkdown(content, new Map(blocks.map(({ source }, index) => [index, source])))).toBe(content);
  });
});

test("a replacement takes the text's own line ends", () => {
  expect(spliceMarkdown("One.\r\n\r\nTwo.\r\n", new Map([[0, "- a\n- b"]]))).toBe("- a\r\n- b\r\n\r\nTwo.\r\n");
});

test.each([
  ["a code fence", "```\nopen"],
  ["a comment", "<!-- open"],
  ["an element", "<pre>\nopen"],
])("%s that stays open is refused: it would swallow what stands behind it", (_, words) => {
  expect(() => spliceMarkdown("One.\n\nTwo.\n\nThree.", new Map([[1, words]]))).toThrow("passage 1");
});

test("a heading that becomes a paragraph does not run into the one below it", () => {
  expect(spliceMarkdown("# A\nBelow.", new Map([[0, "Words"]]))).toBe("Words\n\nBelow.");
});

test("a text of which nothing is left is refused", () => {
  expect(() => spliceMarkdown("One.", new Map([[0, "\n"]]))).toThrow("nothing");
});

describe("what else changed is seen", () => {
  const before = "A one.\n\nB two.\n\nC three.\n\nD four.\n";
  test.each([
    ["another word", "A one.\n\nnew\n\nC three!\n\nD four.\n"],
    ["white space inside", "A one.\n\nnew\n\nC  three.\n\nD four.\n"],
    ["the end", "A one.\n\nnew\n\nC three.\n\nD four."],
    ["the beginning", "\nA one.\n\nnew\n\nC three.\n\nD four.\n"],
    ["the order", "A one.\n\nnew\n\nD four.\n\nC three.\n"],
    ["a block that is gone", "A one.\n\nnew\n\nD four.\n"],
    ["white space between others", "A one.\n\nnew\n\nC three.\n\n\nD four.\n"],
  ])("%s", (_, after) => expect(keepsOtherBlocks(before, after, new Set([1]))).toBe(false));

  test("and the named block alone is not that", () => {
    expect(keepsOtherBlocks(before, "A one.\n\nnew\nlines\n\nC three.\n\nD four.\n", new Set([1]))).toBe(true);
    expect(keepsOtherBlocks(before, "A one.\n\nC three.\n\nD four.\n", new Set([1]))).toBe(true);
  });
});
