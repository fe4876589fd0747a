import type { CommentAnchor } from "./comment-anchor.ts";

/**
 * Marks a passage in the preview and brings it to the eye, without touching the document: the CSS Custom Highlight API
 * where the browser has it, scrolling alone otherwise.
 * @returns whether the passage is there
 */
export function showInPreview(kind: "finding" | "comment", passage: string): boolean {
  return showPassage(kind, { quote: passage });
}

/** The same for whatever a comment is about. */
export function showPassage(kind: "finding" | "comment", anchor: CommentAnchor | null): boolean {
  const range = anchor && findPassage(anchor);
  if (!range) return false;
  if ("highlights" in CSS) CSS.highlights.set(kind, new Highlight(range));
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const from = range.startContainer;
  const element = from instanceof Element ? from : from.parentElement;
  element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  return true;
}

/** Marks all passages that have open comments, quietly. */
export function markPassages(anchors: readonly CommentAnchor[]): void {
  if (!("highlights" in CSS)) return;
  const ranges = anchors.flatMap((anchor) => (anchor.quote ? (findPassage(anchor) ?? []) : []));
  CSS.highlights.set("comments", new Highlight(...ranges));
}

/** Where it stands in the preview now; null for what is not there, or not any more. */
export function findPassage({ quote, path }: CommentAnchor): Range | null {
  const preview = document.querySelector("[data-preview]");
  const part = path ? (preview?.querySelector(`[data-part="${CSS.escape(path)}"]`) ?? null) : null;
  if (quote) return (part && findRange(part, quote)) ?? (preview && findRange(preview, quote));
  if (!part) return null;
  const range = document.createRange();
  range.selectNodeContents(part);
  return range;
}

/** Where a passage stands, whatever elements it runs through; white space counts as one blank. */
function findRange(root: Element, passage: string): Range | null {
  const wanted = squeeze(passage).trim();
  if (wanted === "") return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places: { node: Text; offset: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const value = (node as Text).data;
    for (let offset = 0; offset < value.length; offset++) {
      const letter = /\s/.test(value[offset] ?? "") ? " " : (value[offset] ?? "");
      if (letter === " " && text.endsWith(" ")) continue;
      text += letter;
      places.push({ node: node as Text, offset });
    }
  }
  const at = text.indexOf(wanted);
  const start = places[at];
  const end = places[at + wanted.length - 1];
  if (at < 0 || !start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}

/** Markdown's own signs are not in the rendered text. */
function squeeze(text: string): string {
  return text.replace(/\*\*|__|`/g, "").replace(/\s+/g, " ");
}
