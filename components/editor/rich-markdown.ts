import Image from "@tiptap/extension-image";
import { Markdown, MarkdownManager } from "@tiptap/markdown";
import StarterKit from "@tiptap/starter-kit";

/** What the rich view can hold: everything of CommonMark but HTML, and struck text. */
export const richExtensions = [
  StarterKit.configure({ underline: false, link: { openOnClick: false } }),
  Image.configure({ inline: true }),
  Markdown,
];

/** A footnote's text, a tag, a table's second line. */
const beyondRich = /^\[\^[^\]]+\]:|<[a-z!/][^>]*>|^\s*\|?\s*:?-+:?\s*\|/im;

/**
 * Whether the rich view would give this text back as it is, but for how its signs are chosen. Tables, footnotes and HTML
 * are not kept, and a text that has them is edited as source.
 */
export function keepsMarkdown(text: string): boolean {
  if (beyondRich.test(text)) return false;
  try {
    const manager = new MarkdownManager({ extensions: richExtensions });
    return bare(manager.serialize(manager.parse(text))) === bare(text);
  } catch {
    return false;
  }
}

/** A number in brackets cites a source by its sign alone; the serialiser takes it for the start of a link. */
export function plainCitations(markdown: string): string {
  return markdown.replace(/\\\[(\d+)\\\]/g, "[$1]");
}

/** Text without the freedom that Markdown leaves: the choice of signs, escapes, blank lines, entities. */
function bare(text: string): string {
  return text
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/^(\s*)[*+-]\s+/gm, "$1- ")
    .replace(/^(-{3,}|\*{3,}|_{3,})\s*$/gm, "---")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/[_*]/g, "*")
    .replace(/\s+/g, " ")
    .trim();
}
