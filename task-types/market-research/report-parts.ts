import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type * as z from "zod";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";
import { type MarkdownBlock, splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { fixedWords } from "#task-types/text/fixed-words.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import type { Cited, SwotPart } from "./report.ts";
import { swotParts } from "./report.ts";
import type { marketResearch } from "./schema.ts";

export type Stated = Pick<
  z.output<typeof marketResearch.result>,
  "summary" | "questions" | "comparison" | "swot" | "charts"
>;

/** What a passage of the report is, where a field of the result says the same. */
type ReportPart =
  | { kind: "summary" }
  | { kind: "question"; index: number }
  | { kind: "comparison" }
  | { kind: "swot"; part: SwotPart };

type Node = { type: string; children?: Node[] };

const parser = unified().use(remarkParse).use(remarkShallow).use(remarkGfm);

/**
 * The fields of a report of which some passages were written anew: those that say the same as one of these follow it,
 * all others stay as they were.
 * @param passages the new words, by the places of the passages in the text before
 */
export function followPassages(
  before: { content: string; stated: Stated },
  passages: ReadonlyMap<number, string>,
  { content, language }: { content: string; language: string },
): Stated {
  const blocks = splitMarkdown(before.content);
  const stated = structuredClone(before.stated);
  for (const [index, words] of passages) {
    const part = partOf(blocks, index, before.stated, language);
    if (part?.kind === "summary") stated.summary = withoutMarks(textOf(words));
    else if (part?.kind === "comparison") stated.comparison = readComparison(words);
    else if (part?.kind === "swot") stated.swot[part.part] = readPoints(words);
    else if (part?.kind === "question") {
      const question = stated.questions[part.index];
      if (question) question.answered = /\[\d{1,3}\]/.test(words);
    }
  }
  // A chart goes with its passage.
  stated.charts = stated.charts.filter(
    ({ image_url }) => content.includes(image_url) || !before.content.includes(image_url),
  );
  return stated;
}

/** The statements of a passage, each with the source that it names; headings, pictures and lists of sources state nothing. */
export function statementsIn(markdown: string, code: string): Cited[] {
  return splitMarkdown(markdown).flatMap(({ type, source }): Cited[] => {
    if (type === "table")
      return readComparison(source).rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
    if (type === "list") return readPoints(source);
    if (type !== "paragraph" || /^!\[/.test(source) || /^\*[^*]+\*$/.test(source)) return [];
    // A question in bold type is asked, not stated.
    return splitSentences(textOf(source.replace(/^\*\*[^*]+\?\*\*\s*/, "")), code).flatMap((sentence) =>
      sentence.endsWith("?") ? [] : readCited(sentence),
    );
  });
}

function partOf(blocks: readonly MarkdownBlock[], index: number, stated: Stated, language: string): ReportPart | null {
  const block = blocks[index];
  if (!block) return null;
  const words = letters(withoutMarks(block.text));
  if (block.type === "table") {
    const { rows } = stated.comparison;
    return rows.length > 0 && rows.every(({ name }) => block.source.includes(cellOf(name)))
      ? { kind: "comparison" }
      : null;
  }
  if (block.type === "paragraph" && words === letters(stated.summary)) return { kind: "summary" };
  const asked = stated.questions.findIndex(({ question }) => block.source.startsWith(`**${question}**`));
  if (asked >= 0) return { kind: "question", index: asked };
  const label = letters(blocks[index - 1]?.text ?? "");
  const own = fixedWords(language);
  const found = swotParts.find(([part, english]) => {
    const points = stated.swot[part].map(({ text }) => text);
    return points.length > 0
      ? block.type === "list" && words === letters(points.join(" "))
      : label === letters(own[part]) || label === letters(english);
  });
  return found ? { kind: "swot", part: found[0] } : null;
}

function readPoints(markdown: string): Cited[] {
  return rootOf(markdown)
    .filter(({ type }) => type === "list")
    .flatMap(({ children = [] }) => children)
    .flatMap((item) => readCited(plainText(item)));
}

function readComparison(markdown: string): Stated["comparison"] {
  const table = rootOf(markdown).find(({ type }) => type === "table");
  const [head = [], ...rows] = (table?.children ?? []).map(({ children = [] }) =>
    children.map((cell) => plainText(cell)),
  );
  return {
    columns: head.slice(1),
    rows: rows.map(([name = "", ...cells]) => ({
      name,
      cells: head
        .slice(1)
        .map((_, at) => readCited(/^[\s–—-]*$/.test(cells[at] ?? "") ? "" : (cells[at] ?? ""))[0] ?? null),
    })),
  };
}

/** One statement without its marks, under the source that it names last; none of no words. */
function readCited(text: string): Cited[] {
  const number = [...text.matchAll(/\[(\d{1,3})\]/g)].at(-1)?.[1];
  const words = withoutMarks(text.replace(/\s+/g, " "));
  return words ? [{ text: words, citation: number ? Number(number) : null }] : [];
}

function rootOf(markdown: string): Node[] {
  return (parser.parse(markdown) as Node).children ?? [];
}

function textOf(markdown: string): string {
  return plainText(parser.parse(markdown)).replace(/\s+/g, " ");
}

function withoutMarks(text: string): string {
  return text.replace(/\s*\[\d{1,3}\]/g, "").trim();
}

/** As a cell of a table has it. */
function cellOf(name: string): string {
  return name.replace(/\|/g, "\\|");
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
