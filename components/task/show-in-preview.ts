/**
 * Marks a passage in the preview and brings it to the eye, without touching the document: the CSS Custom Highlight API
 * where the browser has it, scrolling alone otherwise.
 * @returns whether the passage is there
 */
export function showInPreview(kind: "finding" | "comment", passage: string): boolean {
  const preview = document.querySelector("[data-preview]");
  const range = preview && findRange(preview, passage);
  if (!range) return false;
  if ("highlights" in CSS) CSS.highlights.set(kind, new Highlight(range));
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  return true;
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
