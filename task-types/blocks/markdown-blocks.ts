import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";

/** A top-level block of a Markdown text, by its place in the source. */
export type MarkdownBlock = {
  /** As mdast calls it: paragraph, heading, list, table, code, html, blockquote, footnoteDefinition … */
  type: string;
  /** Offsets of UTF-16 units; the end is exclusive. */
  start: number;
  end: number;
  source: string;
  /** As a reader sees it. */
  text: string;
};

type Node = {
  type: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
};

const parser = unified().use(remarkParse).use(remarkShallow).use(remarkGfm);

/** The blocks in order. What lies between them is white space and belongs to none. */
export function splitMarkdown(content: string): MarkdownBlock[] {
  return (parse(content).children ?? []).map((node) => {
    const [start, end] = [startOf(node), node.position?.end.offset ?? 0];
    return {
      ...{ type: node.type, start, end, source: content.slice(start, end) },
      text: plainText(node, { includeImageAlt: false }).replace(/\s+/g, " ").trim(),
    };
  });
}

/**
 * The text with some blocks in other words and every other one as it was, to the byte. A block of no words goes, and the
 * white space before it. Replacements take the text's own line ends.
 * @throws Error when a replacement would swallow what stands behind it, as an open code fence does, or nothing is left
 */
export function spliceMarkdown(content: string, replacements: ReadonlyMap<number, string>): string {
  const blocks = splitMarkdown(content);
  const eol = content.includes("\r\n") ? "\r\n" : "\n";
  const frozen: { type: string; at: number; after: number | null }[] = [];
  let text = content.slice(0, blocks[0]?.start ?? 0);
  let last: { index: number; changesKind: boolean } | null = null;
  let replaced: number | null = null;
  for (const [index, { type, start, source }] of blocks.entries()) {
    const given = replacements.get(index);
    const words = given === undefined ? source : tidy(given, eol);
    if (given !== undefined) replaced = index;
    if (words === "") continue;
    const inside = given === undefined ? [] : splitMarkdown(words);
    if (last) {
      const gap = content.slice(blocks[index - 1]?.end, start);
      const meetsAnother = last.changesKind || (inside.length > 0 && inside[0]?.type !== type);
      text += meetsAnother && !/\n[ \t]*\r?\n/.test(gap) ? eol + eol : gap;
    }
    if (given === undefined) frozen.push({ type, at: text.length, after: replaced });
    text += words;
    last = { index, changesKind: inside.length > 0 && inside.at(-1)?.type !== type };
  }
  if (!last) throw new Error("nothing would be left of the text");
  text += content.slice(blocks.at(-1)?.end);
  requireStanding(text, frozen);
  return text;
}

/** Whether every block that is not named stands in another text as it does in this one, to the byte and in order. */
export function keepsOtherBlocks(before: string, after: string, named: ReadonlySet<number>): boolean {
  let at = 0;
  return frozenRuns(before, named).every(({ text, isFirst, isLast }) => {
    const found = isFirst ? (after.startsWith(text) ? 0 : -1) : after.indexOf(text, at);
    if (found < 0 || (isLast && !after.endsWith(text))) return false;
    at = found + text.length;
    return at <= after.length;
  });
}

/** The stretches between named blocks, without the white space beside those. */
function frozenRuns(content: string, named: ReadonlySet<number>) {
  const blocks = splitMarkdown(content);
  const runs: { text: string; isFirst: boolean; isLast: boolean }[] = [];
  let from: number | null = null;
  for (const [index, { start, end }] of blocks.entries()) {
    if (named.has(index)) {
      from = null;
      continue;
    }
    from ??= index === 0 ? 0 : start;
    const isLast = index === blocks.length - 1;
    if (!isLast && !named.has(index + 1)) continue;
    runs.push({ text: content.slice(from, isLast ? content.length : end), isFirst: from === 0 && index >= 0, isLast });
    from = null;
  }
  return runs;
}

/** Blank lines around it are the text's own; a line's indentation is not. */
function tidy(words: string, eol: string): string {
  return words
    .replace(/^(?:[ \t]*\r?\n)+/, "")
    .trimEnd()
    .replace(/\r\n?|\n/g, eol);
}

/** @throws Error for a block that is read as part of another now. */
function requireStanding(text: string, frozen: { type: string; at: number; after: number | null }[]): void {
  const starts = new Map<number, Set<string>>();
  const walk = (node: Node) => {
    const at = startOf(node);
    starts.set(at, (starts.get(at) ?? new Set()).add(node.type));
    for (const child of node.children ?? []) walk(child);
  };
  walk(parse(text));
  const lost = frozen.find(({ type, at }) => {
    const here = starts.get(at);
    // Two lists that meet are read as one.
    return !here?.has(type) && !(type === "list" && here?.has("listItem"));
  });
  if (lost) throw new Error(`What was written for passage ${lost.after} runs into the text behind it`);
}

function parse(content: string): Node {
  // The parser passes over a byte order mark without counting it.
  const marked = content.startsWith("\ufeff");
  const root = parser.parse(marked ? content.slice(1) : content) as Node;
  return marked ? shifted(root) : root;
}

function shifted(node: Node): Node {
  const by = (point: { offset?: number } = {}) => ({ offset: (point.offset ?? 0) + 1 });
  const position = { start: by(node.position?.start), end: by(node.position?.end) };
  return { ...node, position, ...(node.children ? { children: node.children.map(shifted) } : {}) };
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}
