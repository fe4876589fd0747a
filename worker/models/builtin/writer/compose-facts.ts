import { joinSentences } from "#task-types/text/sentences.ts";
import type { ChosenFact } from "./choose-facts.ts";
import { inMarkdown } from "./in-markdown.ts";

const inParagraph = 3;

/** Facts as Markdown, in their order: sentences in short paragraphs, points that stand together as a list. */
export function composeFacts(facts: readonly ChosenFact[]): string {
  const groups: ChosenFact[][] = [];
  for (const fact of facts) {
    const open = groups.at(-1);
    const isFull = !fact.isPoint && (open?.length ?? 0) >= inParagraph;
    if (open?.[0]?.isPoint === fact.isPoint && !isFull) open.push(fact);
    else groups.push([fact]);
  }
  return groups
    .map((group) =>
      group[0]?.isPoint
        ? group.map(({ text }) => `- ${inMarkdown(text)}`).join("\n")
        : inMarkdown(joinSentences(group.map(({ text }) => text))),
    )
    .join("\n\n");
}
