import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";

export type MarkdownBlock = {
  kind: "heading" | "paragraph" | "item" | "quote" | "table" | "code";
  /** Plain words, without marks of Markdown. */
  text: string;
  /** 1–6 for headings, 0 otherwise. */
  depth: number;
  /** The heading that it stands under; null before the first. */
  section: string | null;
};

export type MarkdownOutline = { blocks: MarkdownBlock[]; links: string[] };

type Node = { type: string; depth?: number; url?: string; children?: Node[]; value?: string };

const parser = unified().use(remarkParse).use(remarkShallow).use(remarkGfm);

/** The blocks of a Markdown text in order, and the addresses that it links to. */
export function readMarkdown(markdown: string): MarkdownOutline {
  const blocks: MarkdownBlock[] = [];
  const links: string[] = [];
  let section: string | null = null;
  const add = (kind: MarkdownBlock["kind"], node: Node, depth = 0) => {
    const text = plainText(node).replace(/\s+/g, " ").trim();
    if (kind === "heading") section = text;
    if (text) blocks.push({ kind, text, depth, section });
  };
  const walk = (node: Node, inQuote: boolean) => {
    if ((node.type === "link" || node.type === "image") && node.url) links.push(node.url);
    if (node.type === "heading") add("heading", node, node.depth);
    else if (node.type === "paragraph") add(inQuote ? "quote" : "paragraph", node);
    else if (node.type === "code") add("code", node);
    else if (node.type === "tableRow") add("table", { type: "row", children: spaced(node.children ?? []) });
    else if (node.type === "listItem") {
      const [first, ...rest] = node.children ?? [];
      if (first) add("item", first);
      for (const child of rest) walk(child, inQuote);
      if (first) collectLinks(first, links);
      return;
    }
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableRow") {
      for (const child of node.children ?? []) collectLinks(child, links);
      return;
    }
    for (const child of node.children ?? []) walk(child, inQuote || node.type === "blockquote");
  };
  walk(parser.parse(markdown) as Node, false);
  return { blocks, links: [...new Set(links)] };
}

/** Cells run into one another without something between them. */
function spaced(cells: Node[]): Node[] {
  return cells.flatMap((cell) => [cell, { type: "text", value: " " }]);
}

function collectLinks(node: Node, links: string[]): void {
  if ((node.type === "link" || node.type === "image") && node.url) links.push(node.url);
  for (const child of node.children ?? []) collectLinks(child, links);
}

/** The words of the text itself: paragraphs, lists, quotes and tables, without headings and code. */
export function proseOf(markdown: string): string[] {
  return readMarkdown(markdown).blocks.flatMap(({ kind, text }) =>
    kind === "heading" || kind === "code" ? [] : [text],
  );
}

/** `[1]`, `[2]` … that a text carries, each once. */
export function citedNumbers(text: string): number[] {
  return [...new Set([...text.matchAll(/\[(\d{1,3})\](?!\()/g)].map((match) => Number(match[1])))].sort(
    (a, b) => a - b,
  );
}

export function withoutCitations(text: string): string {
  return text.replace(/\s*\[\d{1,3}\](?!\()/g, "");
}
