import type { JSONContent } from "@tiptap/core";
import type { BlockContent, ListItem, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { tidyInlines } from "./tidy-inlines.ts";

/** A block of the rich view as Markdown's tree. Source blocks come back as the text that they are. */
export function blockToMarkdown(block: JSONContent): RootContent {
  const inlines = () => inlinesTo(tidyInlines(block.content ?? []));
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", children: inlines() };
    case "heading":
      return { type: "heading", depth: Number(block.attrs?.level ?? 2) as 1, children: inlinesTo(oneLine(block)) };
    case "horizontalRule":
      return { type: "thematicBreak" };
    case "codeBlock":
      return { type: "code", lang: textOrNull(block.attrs?.language), meta: metaOf(block), value: textOf(block) };
    case "blockquote":
      return { type: "blockquote", children: nested(block) };
    case "bulletList":
    case "orderedList":
      return listTo(block);
    case "table":
      return tableTo(block);
    case "footnote": {
      const label = String(block.attrs?.label);
      return { type: "footnoteDefinition", identifier: label, label, children: nested(block) };
    }
    default:
      return { type: "html", value: textOf(block) };
  }
}

export function textOf(node: JSONContent): string {
  return node.text ?? (node.content ?? []).map(textOf).join("");
}

/** An empty paragraph says nothing, and Markdown has no sign for it. */
function nested(block: JSONContent): BlockContent[] {
  const kept = (block.content ?? []).filter(({ type, content }) => type !== "paragraph" || content);
  // What stands inside a block is never a definition: those are at the top only.
  return kept.map(blockToMarkdown) as BlockContent[];
}

function listTo(list: JSONContent): RootContent {
  const ordered = list.type === "orderedList";
  const children = (list.content ?? []).map(
    (item): ListItem => ({
      type: "listItem",
      checked: item.attrs?.checked ?? null,
      spread: Boolean(item.attrs?.spread),
      children: nested(item),
    }),
  );
  return {
    type: "list",
    ordered,
    start: ordered ? Number(list.attrs?.start ?? 1) : null,
    spread: Boolean(list.attrs?.spread),
    children,
  };
}

function tableTo(table: JSONContent): Table {
  const rows = table.content ?? [];
  const align = (rows[0]?.content ?? []).map((cell) => cell.attrs?.align ?? null);
  const children = rows.map(
    (row): TableRow => ({
      type: "tableRow",
      children: (row.content ?? []).map((cell) => ({
        type: "tableCell",
        children: inlinesTo(oneLine({ content: cell.content?.[0]?.content })),
      })),
    }),
  );
  return { type: "table", align, children };
}

/** Where a line cannot break, a break is a space. */
function oneLine(block: JSONContent): JSONContent[] {
  const spaced = (block.content ?? []).map(
    (node): JSONContent =>
      node.type === "hardBreak"
        ? { type: "text", text: " ", marks: node.marks }
        : node.type === "text"
          ? { ...node, text: node.text?.replace(/\s*\n\s*/g, " ") }
          : node,
  );
  return tidyInlines(spaced);
}

/** Of marks that begin together the one that lasts longest is outermost; else the order of `***both***`. */
const nesting = ["link", "italic", "bold", "strike"];

function inlinesTo(nodes: JSONContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as JSONContent;
    const open = (node.marks ?? []).filter(({ type }) => type !== "code");
    if (open.length === 0) {
      made.push(leafTo(node));
      at += 1;
      continue;
    }
    const spans = open.map((mark) => ({ mark, length: lengthOf(nodes, at, mark) }));
    spans.sort((a, b) => b.length - a.length || nesting.indexOf(a.mark.type) - nesting.indexOf(b.mark.type));
    const { mark, length } = spans[0] as (typeof spans)[number];
    const inside = nodes.slice(at, at + length).map((each) => ({
      ...each,
      marks: each.marks?.filter((own) => !sameMark(own, mark)),
    }));
    made.push(marked(mark, inlinesTo(inside)));
    at += length;
  }
  return made;
}

type Mark = NonNullable<JSONContent["marks"]>[number];

function lengthOf(nodes: JSONContent[], from: number, mark: Mark): number {
  let to = from;
  while (nodes[to]?.marks?.some((own) => sameMark(own, mark))) to += 1;
  return to - from;
}

function sameMark(a: Mark, b: Mark): boolean {
  return a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {});
}

function marked(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === "link") {
    return { type: "link", url: String(mark.attrs?.href ?? ""), title: textOrNull(mark.attrs?.title), children };
  }
  if (mark.type === "bold") return { type: "strong", children };
  return mark.type === "strike" ? { type: "delete", children } : { type: "emphasis", children };
}

function leafTo(node: JSONContent): PhrasingContent {
  if (node.type === "hardBreak") return { type: "break" };
  // Markdown's own writer would escape what is in a label, and then it is another one.
  if (node.type === "footnoteReference") return { type: "html", value: `[^${node.attrs?.label}]` };
  if (node.type === "sourceInline") return { type: "html", value: String(node.attrs?.raw ?? "") };
  if (node.type === "image") {
    const { src, alt, title } = node.attrs ?? {};
    return { type: "image", url: String(src ?? ""), alt: String(alt ?? ""), title: textOrNull(title) };
  }
  const value = node.text ?? "";
  return node.marks?.some(({ type }) => type === "code") ? { type: "inlineCode", value } : { type: "text", value };
}

function metaOf(block: JSONContent): string | null {
  return textOrNull(block.attrs?.language) === null ? null : textOrNull(block.attrs?.meta);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
