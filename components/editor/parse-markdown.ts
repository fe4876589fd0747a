import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm);

/** The text, which has no byte order mark, as a tree; positions are offsets in it. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** Where a parsed node stands: [start, end). */
export function placeOf(node: RootContent): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
