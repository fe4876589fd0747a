import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

export type MarkdownBlock = {
  type: RootContent["type"];
  /** Offsets in the text, UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  raw: string;
};

const parser = unified().use(remarkParse).use(remarkGfm);

/** The text as a tree; positions are offsets in it. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** The top-level blocks of a text; what lies between them is white space and signs that belong to neither. */
export function splitBlocks(text: string): MarkdownBlock[] {
  // The parser takes a byte order mark away before it counts.
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  return parseMarkdown(text).children.map((node) => {
    const [start, end] = placeOf(node).map((offset) => offset + mark) as [number, number];
    return { type: node.type, start, end, raw: text.slice(start, end) };
  });
}

/** Where a parsed node stands: [start, end). */
export function placeOf(node: RootContent): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
