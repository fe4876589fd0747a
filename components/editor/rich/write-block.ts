import type { JSONContent } from "@tiptap/core";
import type { Root, RootContent, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { unified } from "unified";
import { parseMarkdown } from "../parse-markdown.ts";
import { blockFromMarkdown, NoRichForm } from "./from-markdown.ts";
import { normalised } from "./schema.ts";
import type { Style } from "./style.ts";
import { blockToMarkdown, textOf } from "./to-markdown.ts";

/**
 * One block as Markdown in the given style. The plainest spelling is taken that reads back as the same block.
 * @param definitions the addresses and notes that its references lead to
 */
export function writeBlock(block: JSONContent, style: Style, definitions = ""): string {
  if (block.type === "sourceBlock") return textOf(block).replace(/^\n+|\s+$/g, "");
  const node = blockToMarkdown(block);
  const said = canonical(node, "");
  const spellings = [
    ...(style.literalLinks ? [() => write(withBareLinks(node), style, plainOptions(style))] : []),
    () => write(node, style, plainOptions(style)),
  ];
  for (const spell of spellings) {
    const text = spell();
    if (said !== null && said === readBlock(text, definitions)) return text;
  }
  return write(node, style, {});
}

/** Whether the text is this one block and nothing else. */
export function readsBackAs(text: string, block: JSONContent, definitions: string): boolean {
  return readBlock(text, definitions) === JSON.stringify(block);
}

/** What the text says, when it is one block. */
function readBlock(text: string, definitions: string): string | null {
  const [first, second] = parseMarkdown(`${text}\n\n${definitions}`).children;
  const end = second?.position?.start.offset ?? text.length;
  return first && end >= text.length ? canonical(first, text) : null;
}

function canonical(node: RootContent, text: string): string | null {
  try {
    return JSON.stringify(normalised(blockFromMarkdown(node, text)));
  } catch (error) {
    if (error instanceof NoRichForm || error instanceof RangeError) return null;
    throw error;
  }
}

function write(node: RootContent, style: Style, own: Options): string {
  const root: Root = { type: "root", children: [node] };
  const writer = unified()
    .use(remarkStringify, { ...style.options, ...own })
    .use(remarkGfm, { tablePipeAlign: false });
  return writer.stringify(root).replace(/\n$/, "");
}

type Handlers = NonNullable<Options["handlers"]>;

/** Without escapes that only strangers to a text need: `snake_case`, [1] for the first source. */
function plainOptions(style: Style): Options {
  const text: NonNullable<Handlers["text"]> = (node: Text, _parent, state, info) =>
    state
      .safe(node.value, info)
      .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_")
      .replace(/\\\[([^[\]\n]+)\](?![(:])/g, "[$1]")
      .replace(/(?<=\p{L})\\([@.:])(?=\p{L})/gu, "$1");
  return { handlers: { text, ...(style.spacesBreak ? { break: () => "  \n" } : {}) } };
}

/** An address that stands in the text by itself needs no sign that it is one. */
function withBareLinks<Node extends RootContent>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as RootContent[]).map((child): RootContent => {
    const only = child.type === "link" && child.children.length === 1 && !child.title ? child.children[0] : null;
    if (child.type === "link" && only?.type === "text" && only.value === child.url) {
      return { type: "html", value: child.url };
    }
    return withBareLinks(child);
  });
  return { ...node, children };
}
