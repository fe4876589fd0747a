import { readMarkdown } from "#task-types/text/markdown.ts";

export type Heading = { heading: string; level: number; page: number | null };

/** The headings of a document in order; the level of the highest one counts as 1. */
export function headingsOf(markdown: string): Heading[] {
  const headings = readMarkdown(markdown).blocks.filter(({ kind }) => kind === "heading");
  const top = Math.min(...headings.map(({ depth }) => depth));
  return headings.map(({ text, depth }) => ({ heading: text, level: depth - top + 1, page: null }));
}

/** The document with its title as the one first-level heading, and no level left out below it. */
export function arrangeHeadings(markdown: string, title: string): string {
  const body = markdown.trim().replace(/^#\s+(.+)\n*/, (line, first: string) => (same(first, title) ? "" : line));
  const levels = new Map<number, number>();
  const used = [...new Set(headingsOf(body).map(({ level }) => level))].sort((left, right) => left - right);
  for (const [index, level] of used.entries()) levels.set(level, Math.min(index + 2, 6));
  const top = Math.min(...[...body.matchAll(/^(#{1,6})\s/gm)].map(([, marks]) => marks?.length ?? 1), 6);
  let fenced = false;
  return body
    .split("\n")
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) return line;
      return line.replace(/^(#{1,6})(\s+.+)$/, (_, marks: string, rest: string) => {
        const level = levels.get(marks.length - top + 1) ?? 2;
        return `${"#".repeat(level)}${rest.replace(/\s#+$/, "")}`;
      });
    })
    .join("\n")
    .trim();
}

function same(left: string, right: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(left) === plain(right);
}
