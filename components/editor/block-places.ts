/** A block of the text on the screen, and where it stands in the task's content. */
export type BlockPlace = { element: HTMLElement; from: number; to: number };

export function blockAt(target: EventTarget | null): BlockPlace | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-from]") : null;
  return element ? placeOf(element) : null;
}

export function blocksIn(container: Element): BlockPlace[] {
  return [...container.querySelectorAll<HTMLElement>("[data-from]")].map(placeOf);
}

function placeOf(element: HTMLElement): BlockPlace {
  return { element, from: Number(element.dataset.from), to: Number(element.dataset.to) };
}

/** The text with another block in the place of one; without it, when nothing is left of it. */
export function replaceBlock(text: string, { from, to }: { from: number; to: number }, block: string): string {
  if (block.trim() !== "") return text.slice(0, from) + block + text.slice(to);
  const after = text.slice(to).replace(/^(?:[ \t]*\r?\n)+/, "");
  return after === "" ? text.slice(0, from).trimEnd() : text.slice(0, from) + after;
}
