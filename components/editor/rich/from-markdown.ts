import type { JSONContent } from "@tiptap/core";
import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { placeOf } from "../parse-markdown.ts";
import { labelPattern } from "./footnotes.ts";

type Mark = NonNullable<JSONContent["marks"]>[number];

/** Something that the rich view has no form for; its block is edited as source. */
export class NoRichForm extends Error {}

/** One block as the rich view holds it. @throws NoRichForm */
export function blockFromMarkdown(node: RootContent, text: string): JSONContent {
  const inlines = (children: PhrasingContent[]) => inlinesFrom(children, [], text);
  switch (node.type) {
    case "paragraph":
      return withContent({ type: "paragraph" }, inlines(node.children));
    case "heading":
      // Only an underlined heading can have two lines, and front matter looks like one.
      if (textOf(node).includes("\n")) throw new NoRichForm();
      return withContent({ type: "heading", attrs: { level: node.depth } }, inlines(node.children));
    case "thematicBreak":
      return { type: "horizontalRule" };
    case "code":
      return withContent(
        { type: "codeBlock", attrs: { language: node.lang ?? null, meta: node.meta ?? null } },
        node.value === "" ? [] : [{ type: "text", text: node.value }],
      );
    case "blockquote":
      if (node.children.length === 0) throw new NoRichForm();
      return { type: "blockquote", content: nested(node.children, text) };
    case "list":
      return listFrom(node, text);
    case "table":
      return tableFrom(node, text);
    case "footnoteDefinition":
      return footnoteFrom(node, text);
    default:
      throw new NoRichForm();
  }
}

/** Any block at all, by its source alone. */
export function sourceBlock(raw: string, type: string): JSONContent {
  return withContent({ type: "sourceBlock", attrs: { kind: type } }, raw === "" ? [] : [{ type: "text", text: raw }]);
}

function nested(children: (BlockContent | DefinitionContent)[], text: string): JSONContent[] {
  return children.map((child) => {
    // A note within a quotation or a list is its own kind of trouble.
    if (child.type === "footnoteDefinition") throw new NoRichForm();
    return blockFromMarkdown(child, text);
  });
}

function footnoteFrom(note: FootnoteDefinition, text: string): JSONContent {
  const label = note.position ? /^\[\^(.*?)\]:/.exec(text.slice(...placeOf(note)))?.[1] : note.label;
  if (!labelPattern.test(label ?? "")) throw new NoRichForm();
  const content = nested(note.children, text);
  return { type: "footnote", attrs: { label }, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function listFrom(list: List, text: string): JSONContent {
  const attrs = { spread: list.spread ?? false, ...(list.ordered ? { start: list.start ?? 1 } : {}) };
  const content = list.children.map((item) => itemFrom(item, text));
  return { type: list.ordered ? "orderedList" : "bulletList", attrs, content };
}

function itemFrom(item: ListItem, text: string): JSONContent {
  const content = nested(item.children, text);
  if (content.length === 0) content.push({ type: "paragraph" });
  if (content[0]?.type !== "paragraph") throw new NoRichForm();
  return { type: "listItem", attrs: { checked: item.checked ?? null, spread: item.spread ?? false }, content };
}

/** Rows with fewer cells than the head are filled up, as a browser shows them. */
function tableFrom(table: Table, text: string): JSONContent {
  const width = table.children[0]?.children.length ?? 0;
  const rows = table.children.map((row, index) => ({
    type: "tableRow",
    content: Array.from({ length: width }, (_, column) => ({
      type: index === 0 ? "tableHeader" : "tableCell",
      attrs: { align: table.align?.[column] ?? null },
      content: [withContent({ type: "paragraph" }, inlinesFrom(row.children[column]?.children ?? [], [], text))],
    })),
  }));
  return { type: "table", content: rows };
}

function inlinesFrom(children: PhrasingContent[], marks: Mark[], text: string): JSONContent[] {
  return children.flatMap((child) => inlineFrom(child, marks, text));
}

function inlineFrom(node: PhrasingContent, marks: Mark[], text: string): JSONContent[] {
  const within = (mark: Mark, children: PhrasingContent[]) => {
    if (marks.some(({ type }) => type === mark.type)) throw new NoRichForm();
    return inlinesFrom(children, [...marks, mark], text);
  };
  switch (node.type) {
    case "text":
      return node.value === "" ? [] : [{ type: "text", text: node.value, marks }];
    case "inlineCode":
      return [{ type: "text", text: node.value, marks: [...marks, { type: "code" }] }];
    case "emphasis":
      return within({ type: "italic" }, node.children);
    case "strong":
      return within({ type: "bold" }, node.children);
    case "delete":
      return within({ type: "strike" }, node.children);
    case "link":
      return within({ type: "link", attrs: { href: node.url, title: node.title ?? null } }, node.children);
    case "break":
      return [{ type: "hardBreak", marks }];
    case "image":
      return [{ type: "image", attrs: { src: node.url, alt: node.alt ?? "", title: node.title ?? null }, marks }];
    default: {
      const raw = sourceOf(node, text);
      const label = /^\[\^(.*)\]$/.exec(raw)?.[1];
      if (label !== undefined && labelPattern.test(label))
        return [{ type: "footnoteReference", attrs: { label }, marks }];
      return [{ type: "sourceInline", attrs: { raw }, marks }];
    }
  }
}

/** What was made from the rich view has its source with it, and no place in a text. */
function sourceOf(node: PhrasingContent, text: string): string {
  return !node.position && node.type === "html" ? node.value : text.slice(...placeOf(node));
}

function withContent(node: JSONContent, content: JSONContent[]): JSONContent {
  return content.length > 0 ? { ...node, content } : node;
}
