import { addFacts, extend, shorten } from "./adjust-length.ts";
import type { RevisionInput } from "./input.ts";
import { allSentences, isHeading, type Manuscript, plainOf, removeSentence } from "./manuscript.ts";
import type { Unit } from "./unit.ts";

type Finding = RevisionInput["findings"][number];

/** Mends what a check found, where taking out or putting in words of the material can mend it. */
export function fixFinding(
  manuscript: Manuscript,
  finding: Finding,
  input: RevisionInput,
  units: Unit[],
): string | null {
  const named = finding.sentence ? locate(manuscript, finding.sentence) : null;
  switch (finding.check) {
    case "claims":
    case "numbers":
    case "repetition":
      if (named) removeSentence(manuscript, named);
      return named ? null : finding.finding;
    case "length":
      return /long/i.test(finding.finding)
        ? shorten(manuscript, input.targetLength, units)
        : extend(manuscript, input.targetLength, units);
    case "readability":
      if (named) divide(manuscript, named);
      return null;
    case "links":
      manuscript.blocks = manuscript.blocks.map((block) => unlink(block, finding.sentence ?? ""));
      return null;
    case "keyword":
      return input.primaryKeyword ? addFacts(manuscript, input.primaryKeyword, units) : null;
    default:
      return null;
  }
}

/** The sentence as it stands in the Markdown; of several equal ones the last. */
function locate(manuscript: Manuscript, sentence: string): string | null {
  const plain = plainOf(sentence);
  return allSentences(manuscript).findLast((each) => plainOf(each.sentence) === plain)?.sentence ?? null;
}

/** Two sentences where a semicolon joined them. */
function divide(manuscript: Manuscript, sentence: string): void {
  const parts = sentence.split(/;\s+/);
  if (parts.length < 2) return;
  const divided = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(". ");
  manuscript.blocks = manuscript.blocks.map((block) => (isHeading(block) ? block : block.replace(sentence, divided)));
}

/** Keeps the words of a link that leads nowhere. */
function unlink(block: string, url: string): string {
  if (!url) return block;
  return block
    .replace(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g, (whole, text: string, target: string) =>
      target === url ? text : whole,
    )
    .replace(`<${url}>`, "");
}
