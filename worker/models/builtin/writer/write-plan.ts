import { languageCode } from "#task-types/text/language.ts";
import { countWords } from "#task-types/text/words.ts";
import { cleanTitle } from "./clean-title.ts";
import type { ArticleInput } from "./input.ts";
import { type PlanSection, planTexts } from "./plan-texts.ts";
import type { Unit } from "./unit.ts";
import { asSentence } from "./voice.ts";
import type { Draft } from "./write-article.ts";

/** A working draft never needs more words than this, however long the article is to become. */
const mostWordsNeeded = 400;

/** Which of the seven sections each style begins with; the rest follow while words are missing. */
const orders: Record<string, number[]> = {
  technical: [1, 2, 3, 5, 6, 4, 0],
  narrative: [4, 0, 2, 5, 6, 3, 1],
  listicle: [0, 3, 4, 6, 5, 2, 1],
  educational: [0, 1, 2, 3, 4, 5, 6],
  "thought-leadership": [0, 5, 3, 4, 6, 1, 2],
};

/**
 * What can honestly be written without material: a plan of the article that says for each section which question it
 * answers, which evidence that takes and how to get it, and marks what a person must supply. At least half of the
 * target length, of which at most 400 words are needed.
 * @param known what material too short for an article says
 */
export function writePlan(input: ArticleInput, known: readonly Unit[] = []): Draft {
  const code = languageCode(input.language);
  const texts = planTexts(code);
  const title = cleanTitle(input, []);
  const fill = (text: string) =>
    text.replaceAll("{topic}", quoted(title, code)).replaceAll("{audience}", audience(input, code));
  const needed = Math.min(mostWordsNeeded, Math.ceil(input.targetLength / 2));
  const facts = known.map(({ text, source }) => `- ${asSentence(text)} [${source}]`).join("\n");
  const blocks = [fill(facts ? `${texts.introKnown}` : texts.intro), ...(facts ? [facts] : [])];
  const order = orders[input.style] ?? orders.educational ?? [];
  for (const [place, index] of order.entries()) {
    const section = texts.sections[index];
    if (!section) continue;
    if (place >= 3 && lengthOf(blocks) >= needed) break;
    const number = input.style === "listicle" ? `${place + 1}. ` : "";
    blocks.push(`## ${number}${section.heading}`, ...paragraphs(section).map(fill));
  }
  const warnings =
    code === "en" || code === "de"
      ? []
      : ["The working draft is in English: the built-in writer plans in English and German."];
  return { title, content: blocks.join("\n\n"), workingDraft: true, warnings };

  function paragraphs({ question, evidence, method, supply }: PlanSection): string[] {
    return [
      `**${texts.question}:** ${question}`,
      `**${texts.evidence}:** ${evidence}`,
      `**${texts.method}:** ${method}`,
      `> **${texts.supply}:** ${supply}`,
    ];
  }
}

/** As the length is counted: without headings and marks. */
function lengthOf(blocks: string[]): number {
  return countWords(blocks.filter((block) => !block.startsWith("#")).join(" "));
}

function quoted(title: string, code: string): string {
  return code === "de" ? `„${title}“` : `“${title}”`;
}

function audience({ audience: readers }: ArticleInput, code: string): string {
  if (!readers) return "";
  return code === "de" ? ` (Zielgruppe: ${readers})` : ` (for ${readers})`;
}
