import type { JSONContent } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { generatedMarkdown } from "./generated-markdown.ts";
import { nastyMarkdown } from "./nasty-markdown.ts";
import { openMarkdown } from "./rich-document.ts";
import { normalised } from "./schema.ts";

const corpus = [...nastyMarkdown, ...Object.values(generatedMarkdown).flat(), nastyMarkdown.join("\n\n")];
const everything = corpus.flatMap((text) => [text, text.replaceAll("\n", "\r\n")]);

const numbered = everything.map((text, index) => [index, text] as const);

const blocksOf = (text: string) => openMarkdown(text).content.content ?? [];

it.each(numbered)("text %i: gives back each byte", (_, text) => {
  const { content, write } = openMarkdown(text);
  expect(write(content.content ?? [])).toBe(text);
  expect(write(structuredClone(content.content ?? []))).toBe(text);
});

it.each(numbered)("text %i: changes one block and no other", (_, text) => {
  const { content, write } = openMarkdown(text);
  const before = splitMarkdown(text);
  const blocks = content.content ?? [];
  for (const [index, block] of blocks.entries()) {
    const edited = appendWord(block);
    if (!edited) continue;
    const written = write(blocks.with(index, edited));
    const after = splitMarkdown(written);
    expect(after.map(({ source }) => source).filter((_, at) => at !== index)).toEqual(
      before.map(({ source }) => source).filter((_, at) => at !== index),
    );
    expect(after[index]?.source).toContain("ebb");
    if (blocks.length > 20) continue;
    // Read again, it is the block that was written.
    expect(blocksOf(written)[index]).toEqual(block.type === "sourceBlock" ? expect.anything() : edited);
  }
});

it.each(numbered)("text %i: takes out or adds one block, and leaves the others as they are", (_, text) => {
  const { content, write } = openMarkdown(text);
  const blocks = content.content ?? [];
  const raws = splitMarkdown(text).map(({ source }) => source);
  for (const index of blocks.keys()) {
    const without = write(blocks.toSpliced(index, 1));
    for (const raw of raws.toSpliced(index, 1)) expect(without).toContain(raw);
    const added = write(blocks.toSpliced(index, 0, paragraph("Ebb and flow.")));
    for (const raw of raws) expect(added).toContain(raw);
    expect(splitMarkdown(added).map(({ source }) => source)).toContain("Ebb and flow.");
  }
});

describe("an edited block keeps the signs of its text", () => {
  it.each([
    ["* one\n* two", "* one\n* two ebb"],
    ["+ one\n+ two", "+ one\n+ two ebb"],
    ["1) one\n2) two", "1) one\n2) two ebb"],
    ["1. one\n1. two", "1. one\n1. two ebb"],
    ["A _word_ and __two__", "A _word_ and __two__ ebb"],
    ["A *word* and **two**", "A *word* and **two** ebb"],
    ["It settles [1], and grows [12]", "It settles [1], and grows [12] ebb"],
    ["call snake_case_name", "call snake_case_name ebb"],
    ["one  \ntwo", "one  \ntwo ebb"],
    ["one\\\ntwo", "one\\\ntwo ebb"],
    ["wrapped\nlines stay\nwrapped", "wrapped\nlines stay\nwrapped ebb"],
    ["See https://a.example/x for", "See https://a.example/x for ebb"],
    ["See <https://a.example/x> for", "See <https://a.example/x> for ebb"],
    ["Head\n====", "Head ebb\n========"],
    ["## Head ##", "## Head ebb ##"],
    ["a [note][^1] here[^1]\n\n[^1]: Why.", "a [note][^1] here[^1] ebb\n\n[^1]: Why."],
    ["~~~ts\nconst a = 1;\n~~~", "~~~ts\nconst a = 1; ebb\n~~~"],
  ])("%j", (before, after) => {
    const { content, write } = openMarkdown(before);
    const [first, ...rest] = content.content ?? [];
    expect(write([appendWord(first as JSONContent) as JSONContent, ...rest])).toBe(after);
  });
});

it.each([
  [
    "bold with a space at its end",
    [{ type: "text", text: "a " }, bold("b "), { type: "text", text: "c" }],
    "a **b** c",
  ],
  ["spaces at the edges", [{ type: "text", text: "  a  " }], "a"],
  ["what looks like a list", [{ type: "text", text: "1. a" }], "1\\. a"],
  ["what looks like a heading", [{ type: "text", text: "# a" }], "\\# a"],
  ["what looks like HTML", [{ type: "text", text: "<b>a" }], "\\<b>a"],
  ["what looks like bold", [{ type: "text", text: "**a**" }], "\\*\\*a\\*\\*"],
])("types %s as text", (_, content, expected) => {
  expect(openMarkdown("").write([{ type: "paragraph", content }])).toBe(expected);
});

function bold(text: string): JSONContent {
  return { type: "text", text, marks: [{ type: "bold" }] };
}

function paragraph(text: string): JSONContent {
  return normalised({ type: "paragraph", content: [{ type: "text", text }] });
}

/** The block with a word at its end; null where no word can stand. */
function appendWord(block: JSONContent): JSONContent | null {
  const { content } = block;
  const last = content?.at(-1);
  if (!last) return null;
  if (last.type === "text") {
    const marked = (last.marks?.length ?? 0) > 0;
    const added = marked ? [last, { type: "text", text: " ebb" }] : [{ ...last, text: `${last.text} ebb` }];
    return { ...block, content: [...(content ?? []).slice(0, -1), ...added] };
  }
  if (last.content) {
    const inner = appendWord(last);
    return inner && { ...block, content: [...(content ?? []).slice(0, -1), inner] };
  }
  if (!["paragraph", "heading"].includes(block.type ?? "")) return null;
  return { ...block, content: [...(content ?? []), { type: "text", text: " ebb" }] };
}
