import type { JSONContent } from "@tiptap/core";
import { splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { parseMarkdown, placeOf } from "../parse-markdown.ts";
import { blockFromMarkdown, NoRichForm, sourceBlock } from "./from-markdown.ts";
import { normalised } from "./schema.ts";
import { type Style, styleOf } from "./style.ts";
import { readsBackAs, writeBlock } from "./write-block.ts";

type Original = { raw: string; key: string; block: JSONContent };

/** A text opened in the rich view; what is not edited comes out as it went in, byte for byte. */
export type RichDocument = {
  /** What the editor starts with. Each block says in `origin` which one of the text it is. */
  content: JSONContent;
  /** The text that the editor's present blocks make. */
  write: (blocks: readonly JSONContent[]) => string;
};

export function openMarkdown(text: string): RichDocument {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const places = splitMarkdown(text);
  const lines = withPlainLines(text.slice(start));
  const nodes = parseMarkdown(lines).children;
  const definitions = nodes
    .filter(({ type }) => type === "definition" || type === "footnoteDefinition")
    .map((node) => lines.slice(...placeOf(node)))
    .join("\n\n");
  const originals = nodes.map((node, index): Original => {
    const raw = places[index]?.source ?? "";
    const made = richForm(() => blockFromMarkdown(node, lines), definitions);
    const block = normalised(withOrigin(made ?? sourceBlock(withPlainLines(raw), node.type), index));
    return { raw, block, key: JSON.stringify(block) };
  });
  const gaps = [0, ...places.map(({ end }) => end)].map((end, index) =>
    text.slice(end, places[index]?.start ?? text.length),
  );
  const style = styleOf(lines);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const content = originals.length > 0 ? originals.map(({ block }) => block) : [{ type: "paragraph" }];
  return {
    content: { type: "doc", content },
    write: (blocks) => {
      const pieces = place(blocks.filter(hasWords), originals);
      const known = [definitions, ...pieces.flatMap(newDefinition)].join("\n\n");
      const write = (piece: Piece) => (piece.unchanged ? piece.raw : changed(piece, style, known, lineEnd));
      return join(pieces, pieces.map(write), gaps, lineEnd);
    },
  };
}

/** Null where the rich view would not give back what it was given. */
function richForm(read: () => JSONContent, definitions: string): JSONContent | null {
  try {
    const block = normalised(read());
    return readsBackAs(writeBlock(block, styleOf(""), definitions), block, definitions) ? block : null;
  } catch (error) {
    if (error instanceof NoRichForm || error instanceof RangeError) return null;
    throw error;
  }
}

type Piece = { block: JSONContent; origin: number | null; unchanged: boolean; raw: string };

/** Which block of the text each one is. One that does not know, such as a new kind of block, takes the place that is free. */
function place(blocks: readonly JSONContent[], originals: Original[]): Piece[] {
  const taken = new Set<number>();
  const known = blocks.map((block) => {
    const origin: number | null = block.attrs?.origin ?? null;
    if (origin === null || taken.has(origin) || !originals[origin]) return null;
    taken.add(origin);
    return origin;
  });
  for (const [index, origin] of known.entries()) {
    const free = index === 0 ? 0 : (known[index - 1] ?? Number.NaN) + 1;
    if (origin !== null || taken.has(free) || !originals[free]) continue;
    taken.add(free);
    known[index] = free;
  }
  return blocks.map((block, index) => {
    const origin = known[index] ?? null;
    const original = origin === null ? undefined : originals[origin];
    return { block, origin, unchanged: original?.key === JSON.stringify(block), raw: original?.raw ?? "" };
  });
}

/** A footnote that was just put in: what refers to it is read with it. */
function newDefinition({ block, unchanged }: Piece): string[] {
  return !unchanged && block.type === "footnote" ? [`[^${block.attrs?.label}]: Note.`] : [];
}

function withOrigin(block: JSONContent, origin: number): JSONContent {
  return { ...block, attrs: { ...block.attrs, origin } };
}

function changed({ block, raw }: Piece, style: Style, definitions: string, lineEnd: string): string {
  return writeBlock(block, raw === "" ? style : styleOf(withPlainLines(raw), style), definitions).replaceAll(
    "\n",
    lineEnd,
  );
}

/** Blocks that stood side by side keep what lay between them, as long as it still parts them. */
function join(pieces: Piece[], texts: string[], gaps: string[], lineEnd: string): string {
  if (pieces.length === 0) return (gaps[0] ?? "").trim() === "" ? (gaps[0] ?? "") : "";
  const apart = lineEnd + lineEnd;
  const before = pieces[0]?.origin === 0 ? keptGap(gaps[0] ?? "", pieces[0], "") : "";
  const between = pieces.slice(1).map((piece, index) => {
    const left = pieces[index] as Piece;
    const beside = left.origin !== null && piece.origin === left.origin + 1;
    const gap = beside ? (gaps[piece.origin ?? 0] ?? apart) : apart;
    if (left.unchanged && piece.unchanged && beside) return gap;
    return /\n[ \t]*\r?\n/.test(gap) ? keptGap(gap, piece, apart) : apart;
  });
  const after = gaps.at(-1) ?? "";
  return before + texts.map((text, index) => text + (between[index] ?? "")).join("") + after;
}

/** What indents a block that was written anew is its own. */
function keptGap(gap: string, next: Piece, instead: string): string {
  return next.unchanged ? gap : gap.replace(/[^\n]*$/, "") || instead;
}

function hasWords(block: JSONContent): boolean {
  return block.type !== "paragraph" || block.content !== undefined;
}

/** The editor's lines end as the browser's do. */
function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
