import { countWords } from "#task-types/text/words.ts";
import { type Check, failed, passed } from "./checked-text.ts";

const longestSection = 500;

/** An opening before the first heading, headings for longer texts, no title within, nothing empty, nothing endless. */
export const checkStructure: Check = ({ blocks, words }) => {
  const label = "Structure";
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const fault = (finding: string, sentence: string | null = null) => failed("structure", label, finding, 5, sentence);
  const title = headings.find(({ depth }) => depth === 1);
  if (title) return fault("A first-level heading stands in the text; the title has a field of its own.", title.text);
  if (blocks[0]?.kind === "heading")
    return fault("The text begins with a heading instead of an opening.", blocks[0].text);
  if (words > 300 && headings.length < 2) return fault(`${words} words with ${headings.length} headings.`);
  const empty = blocks.find((block, index) => {
    const next = blocks[index + 1];
    return block.kind === "heading" && (!next || (next.kind === "heading" && next.depth <= block.depth));
  });
  if (empty) return fault("Nothing stands under a heading.", empty.text);
  const names = headings.map(({ text }) => text.toLowerCase());
  const twice = headings.find(({ text }, index) => names.indexOf(text.toLowerCase()) !== index);
  if (twice) return fault("Two sections have the same heading.", twice.text);
  const sizes = new Map<string, number>();
  for (const { section, kind, text } of blocks) {
    if (kind !== "heading") sizes.set(section ?? "", (sizes.get(section ?? "") ?? 0) + countWords(text));
  }
  const longest = [...sizes].find(([, size]) => size > longestSection);
  if (longest) return fault(`A section of ${longest[1]} words has no heading within it.`, longest[0] || null);
  return passed("structure", label, `An opening and ${headings.length} sections.`);
};
