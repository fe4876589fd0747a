import type { Content } from "pdfmake/interfaces.js";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";
import { pdfTable } from "./pdf-table.ts";

type Node = {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  alt?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  checked?: boolean | null;
  align?: ("left" | "center" | "right" | null)[];
  identifier?: string;
  children?: Node[];
};
type Inline = {
  text: string;
  bold?: boolean;
  italics?: boolean;
  decoration?: "lineThrough";
  link?: string;
  color?: string;
  background?: string;
  font?: string;
  sup?: boolean;
};
type Marks = Omit<Inline, "text">;

const parser = unified().use(remarkParse).use(remarkShallow).use(remarkGfm);

/** Points: the measure of type. */
const gap: [number, number, number, number] = [0, 0, 0, 8];

const codeBlock = {
  ...{ fontSize: 9, lineHeight: 1.3, preserveLeadingSpaces: true, fillColor: "#f4f6f8" },
  margin: [6, 5, 6, 3] as [number, number, number, number],
};

/** What counts on through a document: the ids of its headings, and its notes in the order in which they are called. */
type Notes = { nextId: () => string; numberOf: (identifier: string) => number };

/** Markdown as pdfmake's document; headings carry ids, so that their pages can be told. Notes stand at its end. */
export function pdfContent(markdown: string): Content[] {
  const nodes = (parser.parse(markdown) as Node).children ?? [];
  const called: string[] = [];
  let headings = 0;
  const notes: Notes = {
    nextId: () => `heading-${headings++}`,
    numberOf: (identifier) => (called.includes(identifier) ? called.indexOf(identifier) + 1 : called.push(identifier)),
  };
  const text = nodes.filter(({ type }) => type !== "footnoteDefinition").flatMap((node) => block(node, notes));
  const defined = new Map(nodes.flatMap((node) => (node.identifier ? [[node.identifier, node] as const] : [])));
  const list = called.map(
    (identifier): Content => ({
      stack: (defined.get(identifier)?.children ?? []).flatMap((child) => block(child, notes)),
    }),
  );
  return list.length === 0 ? text : [...text, rule(), { ol: list, fontSize: 9, color: "#3c444d" }];
}

function rule(): Content {
  return {
    canvas: [{ type: "line", x1: 0, y1: 0, x2: 451, y2: 0, lineWidth: 0.5, lineColor: "#b8c0c8" }],
    margin: [0, 6, 0, 12],
  };
}

function block(node: Node, notes: Notes): Content[] {
  const children = node.children ?? [];
  switch (node.type) {
    case "heading":
      return [heading(node, notes)];
    case "paragraph":
      return [{ text: inline(children, notes), margin: gap, lineHeight: 1.3 }];
    case "list":
      return [list(node, notes)];
    case "code":
      return [
        {
          table: {
            widths: ["*"],
            body: [[{ ...code(node.value ?? ""), ...codeBlock }]],
          },
          layout: "noBorders",
          margin: gap,
        },
      ];
    case "blockquote":
      return [
        {
          stack: children.flatMap((child) => block(child, notes)),
          margin: [14, 0, 0, 8],
          color: "#5b6470",
          italics: true,
        },
      ];
    case "table":
      return [table(node, notes)];
    case "thematicBreak":
      return [rule()];
    default:
      return children.flatMap((child) => block(child, notes));
  }
}

/** In letters of one width, where Courier has them all: it knows those of western Europe. */
function code(text: string): Pick<Inline, "text" | "font"> {
  return /^[\t\n\x20-\x7e\xa0-\xff]*$/.test(text) ? { text, font: "Courier" } : { text };
}

function heading({ depth = 2, children = [] }: Node, notes: Notes): Content {
  const id = notes.nextId();
  const level = Math.max(0, depth - 2);
  const size = [18, 14, 12, 11, 11][level] ?? 11;
  return {
    ...{
      id,
      text: inline(children, notes),
      fontSize: size,
      bold: true,
      headlineLevel: level + 1,
      margin: [0, level === 0 ? 16 : 10, 0, 6],
    },
    ...(level < 3 ? { tocItem: true, tocMargin: [level * 14, 2, 0, 2], tocStyle: { bold: level === 0 } } : {}),
  };
}

function list({ ordered, start, children = [] }: Node, notes: Notes): Content {
  const items = children.map((item, index): Content => {
    const stack = (item.children ?? []).flatMap((child) => block(child, notes));
    // The space behind a list is the list's, not that of its last point.
    const inner = { stack: stack.map((each, at) => (at === stack.length - 1 ? tight(each) : each)) };
    const last = index === children.length - 1;
    const margin: [number, number, number, number] = [0, 0, 0, last ? 0 : 4];
    if (typeof item.checked !== "boolean") return { ...inner, margin };
    return {
      columns: [{ ...(box(item.checked) as object), width: 14 } as Content, { ...inner, width: "*" }],
      listType: "none",
      margin,
    } as Content;
  });
  return ordered ? { ol: items, start: start ?? 1, margin: gap } : { ul: items, margin: gap };
}

function tight(content: Content): Content {
  return { stack: [content], margin: [0, 0, 0, -8] };
}

function table({ children: rows = [], align = [] }: Node, notes: Notes): Content {
  return pdfTable(
    rows.map(({ children: cells = [] }) =>
      cells.map((cell, at) => ({
        content: inline(cell.children ?? [], notes),
        alignment: align[at] ?? "left",
        text: wordsOf(cell),
      })),
    ),
  );
}

function wordsOf({ value, children = [] }: Node): string {
  return value ?? children.map(wordsOf).join("");
}

/** A box that is ticked or not, drawn: the typeface has none. */
function box(ticked: boolean): Content {
  const line = { lineWidth: 0.7, lineColor: "#5b6470" };
  const square = { type: "rect" as const, x: 0, y: 2.5, w: 7.5, h: 7.5, ...line };
  const points = [
    { x: 1.5, y: 6.5 },
    { x: 3.2, y: 8.3 },
    { x: 6.2, y: 4 },
  ];
  const tick = { type: "polyline" as const, points, lineWidth: 1, lineColor: "#1c1f23" };
  return { canvas: ticked ? [square, tick] : [square] };
}

function inline(nodes: Node[], notes: Notes, marks: Marks = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const children = node.children ?? [];
    if (node.type === "strong") return inline(children, notes, { ...marks, bold: true });
    if (node.type === "emphasis") return inline(children, notes, { ...marks, italics: true });
    if (node.type === "delete") return inline(children, notes, { ...marks, decoration: "lineThrough" });
    if (node.type === "link") {
      const isSafe = /^(https?:|mailto:)/i.test(node.url ?? "");
      return inline(children, notes, isSafe ? { ...marks, link: node.url, color: "#0b57a4" } : marks);
    }
    if (node.type === "inlineCode") return [{ ...marks, ...code(node.value ?? ""), background: "#eef1f4" }];
    if (node.type === "break") return [{ ...marks, text: "\n" }];
    // Pictures of other servers are not fetched; what they show is said instead.
    if (node.type === "image") return [{ ...marks, text: node.alt ? `[${node.alt}]` : "" }];
    if (node.type === "html") return [];
    if (node.type === "footnoteReference" && node.identifier)
      return [{ ...marks, text: String(notes.numberOf(node.identifier)), sup: true }];
    return node.value === undefined ? inline(children, notes, marks) : [{ ...marks, text: node.value }];
  });
}
