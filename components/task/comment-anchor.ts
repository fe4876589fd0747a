import type { CommentResponse } from "#lib/contract/task-response.ts";
import { singular } from "../editor/path-label.ts";

/**
 * What a comment is about within the content: a passage, a part such as `questions.2`, or a passage of a part. `words` is
 * what the part said when the comment was made; the server adds it.
 */
export type CommentAnchor = { quote?: string; path?: string; words?: string };

const longestQuote = 500;

export function anchorOf({ anchor }: Pick<CommentResponse, "anchor">): CommentAnchor | null {
  const quote = typeof anchor?.quote === "string" ? anchor.quote : undefined;
  const path = typeof anchor?.path === "string" ? anchor.path : undefined;
  const words = typeof anchor?.words === "string" ? anchor.words : undefined;
  return quote || path ? { ...(quote && { quote }), ...(path && { path }), ...(words && { words }) } : null;
}

/** "questions.2" as "Question 3". */
export function partName(path: string): string {
  const [list = "", index] = path.split(".");
  const one = singular(list.replaceAll("_", " "));
  return `${one.charAt(0).toUpperCase()}${one.slice(1)}${index === undefined ? "" : ` ${Number(index) + 1}`}`;
}

/** What a comment made now would be about: what is selected in the preview, else the part that has the focus. */
export function findAnchor(): CommentAnchor | null {
  const selection = window.getSelection();
  const quote = selection?.toString().trim().slice(0, longestQuote);
  const at = quote ? selection?.anchorNode : document.activeElement;
  const element = at instanceof Element ? at : at?.parentElement;
  const path = partOf(element ?? null);
  if (quote) return element?.closest("[data-preview]") ? { quote, ...(path && { path }) } : { quote };
  return path ? { path } : null;
}

/** The path of the part of the content that an element is in. */
function partOf(element: Element | null): string | null {
  return element?.closest("[data-preview]")
    ? (element.closest("[data-part]")?.getAttribute("data-part") ?? null)
    : null;
}
