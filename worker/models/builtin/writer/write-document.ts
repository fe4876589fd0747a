import { withoutCitations } from "#task-types/text/markdown.ts";
import { countWords } from "#task-types/text/words.ts";
import { type ArticleInput, articleInputSchema, type DocumentInput } from "./input.ts";
import { writeArticle } from "./write-article.ts";
import { writePlan } from "./write-plan.ts";

const instruction = /^(please\s+)?(write|create|generate|make|produce|draft|prepare)\b[^.\n]{0,200}\.?$/i;
const hasOrder = /^#{1,6}\s|^\s*(?:[-*]|\d+[.)])\s|^```|^\|.*\|$/m;
/** A shorter text needs no sections. */
const leastForSections = 150;

/**
 * A document that keeps everything it is given: a text that has its own order stays as it is, one without headings gets
 * them from its own words. A bare instruction becomes a plan.
 */
export function writeDocument(input: DocumentInput): { content: string; workingDraft: boolean } {
  const { title, content, language, sources } = input;
  const others = sources.filter(({ text }) => text.trim() !== content.trim());
  const isBare = instruction.test(content.trim()) || countWords(content) < 3;
  if (isBare && others.length === 0)
    return { content: writePlan(articleOf(title, language, [])).content, workingDraft: true };
  const own = isBare ? "" : arranged(articleOf(title, language, [content]));
  const ordered = others.filter(({ text }) => hasOrder.test(text)).map(({ text }) => text.trim());
  const prose = others.filter(({ text }) => !hasOrder.test(text)).map(({ text }) => text);
  const added = prose.length > 0 ? arranged(articleOf(title, language, prose)) : "";
  return { content: [own, ...ordered, added].filter(Boolean).join("\n\n"), workingDraft: false };
}

/** Under headings made of its own words, unless it is short or has an order of its own. */
function arranged(input: ArticleInput): string {
  const whole = input.sources.map(({ text }) => text.trim()).join("\n\n");
  return hasOrder.test(whole) || countWords(whole) < leastForSections ? whole : inSections(input);
}

function articleOf(topic: string, language: string, texts: string[]): ArticleInput {
  const sources = texts.map((text, index) => ({ number: index + 1, title: topic, text }));
  return articleInputSchema.parse({ topic, language, sources, style: "technical", targetLength: 100_000 });
}

/** Everything that it says, under headings made of its own words. */
function inSections(input: ArticleInput): string {
  const words = input.sources.reduce((sum, { text }) => sum + countWords(text), 0);
  return withoutCitations(writeArticle({ ...input, targetLength: words * 2 }, { keepsOrder: true }).content);
}
