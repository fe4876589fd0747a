import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";

type Node = {
  type: string;
  value?: string;
  depth?: number;
  url?: string;
  alt?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  checked?: boolean | null;
  children?: Node[];
};

const parser = unified().use(remarkParse).use(remarkShallow).use(remarkGfm);

/** Markdown as a plain-text mail shows it: addresses written out, headings underlined, no marks left over. */
export function plainText(markdown: string): string {
  return blocks((parser.parse(markdown) as Node).children ?? [])
    .join("\n\n")
    .trim();
}

function blocks(nodes: Node[]): string[] {
  return nodes.flatMap((node): string[] => {
    const children = node.children ?? [];
    if (node.type === "heading") return [underlined(words(children), (node.depth ?? 2) < 3 ? "=" : "-")];
    if (node.type === "paragraph") return [words(children)];
    if (node.type === "list") return [listOf(node)];
    if (node.type === "blockquote") return [indent(blocks(children).join("\n\n"), "> ")];
    if (node.type === "code") return [indent(node.value ?? "", "    ")];
    if (node.type === "table")
      return [
        children.map((row) => (row.children ?? []).map((cell) => words(cell.children ?? [])).join(" | ")).join("\n"),
      ];
    return node.type === "thematicBreak" ? ["* * *"] : blocks(children);
  });
}

function listOf({ ordered, start, children = [] }: Node): string {
  return children
    .map((item, index) => {
      const mark = ordered
        ? `${(start ?? 1) + index}. `
        : item.checked === true
          ? "[x] "
          : item.checked === false
            ? "[ ] "
            : "- ";
      return mark + indent(blocks(item.children ?? []).join("\n"), " ".repeat(mark.length)).trimStart();
    })
    .join("\n");
}

function words(nodes: Node[]): string {
  return nodes
    .map((node) => {
      const inner = words(node.children ?? []);
      if (node.type === "link") return linkOf(inner, node.url ?? "");
      if (node.type === "image") return node.alt ? `[${node.alt}]` : "";
      if (node.type === "break") return "\n";
      return node.type === "html" ? "" : (node.value ?? inner);
    })
    .join("");
}

/** An address is written out where the words are not the address already; one that nobody should follow, not at all. */
function linkOf(words: string, url: string): string {
  if (!/^(?:https?|mailto):/i.test(url)) return words;
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
  if (!words.trim()) return url;
  return bare(words) === bare(url) ? words : `${words} (${url})`;
}

function underlined(text: string, mark: string): string {
  return `${text}\n${mark.repeat(Math.min([...text].length, 60))}`;
}

function indent(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => by + line)
    .join("\n");
}
