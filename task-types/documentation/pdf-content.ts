import type { Content, ContentTable, TableCell } from "pdfmake/interfaces.js";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

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
};
type Marks = Omit<Inline, "text">;

const parser = unified().use(remarkParse).use(remarkGfm);

/** Points: the measure of type. */
const gap: [number, number, number, number] = [0, 0, 0, 8];

const codeBlock = {
  ...{ fontSize: 9, lineHeight: 1.3, preserveLeadingSpaces: true, fillColor: "#f4f6f8" },
  margin: [6, 5, 6, 3] as [number, number, number, number],
};

/** Markdown as pdfmake's document; headings carry ids, so that their pages can be told. */
export function pdfContent(markdown: string): Content[] {
  const root = parser.parse(markdown) as Node;
  let headings = 0;
  return (root.children ?? []).flatMap((node) => block(node, () => `heading-${headings++}`));
}

function block(node: Node, nextId: () => string): Content[] {
  const children = node.children ?? [];
  switch (node.type) {
    case "heading":
      return [heading(node, nextId())];
    case "paragraph":
      return [{ text: inline(children), margin: gap, lineHeight: 1.3 }];
    case "list":
      return [list(node, nextId)];
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
          stack: children.flatMap((child) => block(child, nextId)),
          margin: [14, 0, 0, 8],
          color: "#5b6470",
          italics: true,
        },
      ];
    case "table":
      return [table(node)];
    case "thematicBreak":
      return [
        {
          canvas: [{ type: "line", x1: 0, y1: 0, x2: 451, y2: 0, lineWidth: 0.5, lineColor: "#b8c0c8" }],
          margin: [0, 6, 0, 12],
        },
      ];
    default:
      return children.flatMap((child) => block(child, nextId));
  }
}

/** In letters of one width, where Courier has them all: it knows those of western Europe. */
function code(text: string): Pick<Inline, "text" | "font"> {
  return /^[\t\n\x20-\x7e\xa0-\xff]*$/.test(text) ? { text, font: "Courier" } : { text };
}

function heading({ depth = 2, children = [] }: Node, id: string): Content {
  const level = Math.max(0, depth - 2);
  const size = [18, 14, 12, 11, 11][level] ?? 11;
  return {
    ...{
      id,
      text: inline(children),
      fontSize: size,
      bold: true,
      headlineLevel: level + 1,
      margin: [0, level === 0 ? 16 : 10, 0, 6],
    },
    ...(level < 3 ? { tocItem: true, tocMargin: [level * 14, 2, 0, 2], tocStyle: { bold: level === 0 } } : {}),
  };
}

function list({ ordered, start, children = [] }: Node, nextId: () => string): Content {
  const items = children.map((item): Content => {
    const mark = item.checked === true ? "☑ " : item.checked === false ? "☐ " : "";
    const [first, ...rest] = (item.children ?? []).flatMap((child) => block(child, nextId));
    return { stack: [...(mark ? [{ text: mark }] : []), ...(first ? [first] : []), ...rest] };
  });
  return ordered ? { ol: items, start: start ?? 1, margin: gap } : { ul: items, margin: gap };
}

function table({ children: rows = [], align = [] }: Node): ContentTable {
  const width = Math.max(1, ...rows.map(({ children }) => children?.length ?? 0));
  const body = rows.map(({ children: cells = [] }, index): TableCell[] =>
    Array.from({ length: width }, (_, at) => ({
      ...{ text: inline(cells[at]?.children ?? []), fontSize: 9.5, margin: [2, 3, 2, 3] },
      alignment: align[at] ?? "left",
      ...(index === 0 ? { bold: true, fillColor: "#f4f6f8" } : {}),
    })),
  );
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: Array.from({ length: width }, () => "*"), body },
    layout: "lightHorizontalLines",
    margin: gap,
  };
}

function inline(nodes: Node[], marks: Marks = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const children = node.children ?? [];
    if (node.type === "strong") return inline(children, { ...marks, bold: true });
    if (node.type === "emphasis") return inline(children, { ...marks, italics: true });
    if (node.type === "delete") return inline(children, { ...marks, decoration: "lineThrough" });
    if (node.type === "link") {
      const isSafe = /^(https?:|mailto:)/i.test(node.url ?? "");
      return inline(children, isSafe ? { ...marks, link: node.url, color: "#0b57a4" } : marks);
    }
    if (node.type === "inlineCode") return [{ ...marks, ...code(node.value ?? ""), background: "#eef1f4" }];
    if (node.type === "break") return [{ ...marks, text: "\n" }];
    // Pictures of other servers are not fetched; what they show is said instead.
    if (node.type === "image") return [{ ...marks, text: node.alt ? `[${node.alt}]` : "" }];
    if (node.type === "html") return [];
    return node.value === undefined ? inline(children, marks) : [{ ...marks, text: node.value }];
  });
}
