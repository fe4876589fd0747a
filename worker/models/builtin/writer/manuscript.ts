import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";
import { joinQuotations } from "./join-quotations.ts";

/** A draft as its blocks: headings, paragraphs, list items and tables, in Markdown. */
export type Manuscript = { title: string; blocks: string[]; code: string };

export function openManuscript(title: string, content: string, code: string): Manuscript {
  return {
    title,
    blocks: content
      .trim()
      .split(/\n{2,}/)
      .filter(Boolean),
    code,
  };
}

export function closeManuscript({ blocks }: Manuscript): string {
  // A heading with nothing under it announces what is not there.
  const filled = blocks.filter((block, index) => !isHeading(block) || isFilled(blocks, index));
  return renumber(filled).join("\n\n");
}

/** Numbered headings count on, whatever was moved or taken out. */
function renumber(blocks: string[]): string[] {
  let count = 0;
  return blocks.map((block) => (/^## \d+\. /.test(block) ? block.replace(/\d+/, String(++count)) : block));
}

function isFilled(blocks: string[], index: number): boolean {
  const next = blocks[index + 1];
  return next !== undefined && (!isHeading(next) || depthOf(next) > depthOf(blocks[index] ?? ""));
}

export function isHeading(block: string): boolean {
  return /^#{1,6}\s/.test(block);
}

function depthOf(block: string): number {
  return /^#+/.exec(block)?.[0].length ?? 0;
}

/** The sentences of a block as they stand in Markdown; each point of a list counts as one. */
export function sentencesOf(block: string, code: string): string[] {
  if (isHeading(block) || block.startsWith("|") || block.startsWith("```")) return [];
  if (isList(block)) return block.split("\n");
  return joinQuotations(splitSentences(block, code));
}

export function isList(block: string): boolean {
  return /^\s*(?:[-*]|\d+\.)\s/.test(block);
}

/** Takes a sentence out, with the citation that belonged to it alone left for what stands before it. */
export function removeSentence(manuscript: Manuscript, sentence: string): void {
  manuscript.blocks = manuscript.blocks.flatMap((block) => {
    const sentences = sentencesOf(block, manuscript.code);
    if (!sentences.includes(sentence)) return [block];
    const kept = sentences.filter((each) => each !== sentence);
    if (kept.length === 0) return [];
    const cited = /(\s*\[\d+\])+\s*$/.exec(sentence)?.[0] ?? "";
    const isLast = sentences.at(-1) === sentence;
    const text = kept.join(isList(block) ? "\n" : " ");
    return [isLast && !/\[\d+\]\s*$/.test(text) ? text.trimEnd() + cited.trimEnd() : text];
  });
}

export function replaceSentence(manuscript: Manuscript, from: string, to: string): void {
  manuscript.blocks = manuscript.blocks.map((block) => (isHeading(block) ? block : block.replace(from, () => to)));
}

/** Plain words of a piece of Markdown, for comparing. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/\s*\[\d+\](?!\()/g, "")
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, "$1")
    .replace(/^\s*(?:[-*>]|\d+\.|#+)\s+/gm, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

export function allSentences(manuscript: Manuscript): { sentence: string; block: number; stems: Set<string> }[] {
  return manuscript.blocks.flatMap((text, block) =>
    sentencesOf(text, manuscript.code).map((sentence) => ({
      sentence,
      block,
      stems: new Set(contentStems(plainOf(sentence), manuscript.code)),
    })),
  );
}

export function lengthOf(manuscript: Manuscript): number {
  return countWords(
    manuscript.blocks
      .filter((block) => !isHeading(block))
      .map(plainOf)
      .join(" "),
  );
}

/** Blocks of the section whose heading shares a word with `what`: first index and count; null when none does. */
export function findSection({ blocks, code }: Manuscript, what: string): { start: number; count: number } | null {
  const wanted = contentStems(what, code);
  if (wanted.length === 0) return null;
  const start = blocks.findIndex((block) => {
    if (!isHeading(block)) return false;
    const own = new Set(contentStems(block, code));
    return wanted.every((stem) => own.has(stem));
  });
  if (start < 0) return null;
  const end = blocks.findIndex(
    (block, index) => index > start && isHeading(block) && depthOf(block) <= depthOf(blocks[start] ?? ""),
  );
  return { start, count: (end < 0 ? blocks.length : end) - start };
}

/** Of a heading "A and B", what is no longer spoken of under it goes. */
export function trimHeadings(manuscript: Manuscript): void {
  const { blocks, code } = manuscript;
  manuscript.blocks = blocks.map((block, index) => {
    const [, mark = "", left = "", and = "", right = ""] =
      /^(#+ (?:\d+\. )?)(.+?)( (?:and|und) )(.+)$/.exec(block) ?? [];
    if (!and) return block;
    const next = blocks.findIndex((each, at) => at > index && isHeading(each));
    const below = new Set(
      contentStems(plainOf(blocks.slice(index + 1, next < 0 ? blocks.length : next).join(" ")), code),
    );
    const isHere = (part: string) => contentStems(part, code).some((stem) => below.has(stem));
    if (isHere(left) === isHere(right)) return block;
    return mark + (isHere(left) ? left : right.charAt(0).toUpperCase() + right.slice(1));
  });
}
