/** Remarks on a place as the hub writes them into feedback: “the place”: what is wrong with it. */
const remark = /^[“"](.+?)[”"]:\s*(.+)$/s;

/** What a block is called and what it says: a remark's place is one of these, or stands in one of them. */
export type Remarked = readonly string[];

/**
 * What of a round's feedback is about one block: remarks on a place count for the block that holds it, all other words for
 * every block. A place that is a block's very name is in no other, whatever the others say.
 * @param all each block of the round
 */
export function feedbackOn(feedback: string, block: Remarked, all: readonly Remarked[]): string {
  return feedback
    .split("\n")
    .flatMap((line) => {
      const [, quote = "", words = ""] = remark.exec(line.trim()) ?? [];
      if (!quote) return line;
      const isMeant = all.some((each) => isNamed(each, quote)) ? isNamed : holds;
      if (!all.some((each) => isMeant(each, quote))) return words;
      return isMeant(block, quote) ? words : [];
    })
    .join("\n");
}

function isNamed(block: Remarked, quote: string): boolean {
  return block.some((text) => letters(text) === letters(quote));
}

/** "Image 1" is no part of "Image 10". */
function holds(block: Remarked, quote: string): boolean {
  const wanted = letters(quote);
  return block.some((text) => {
    const all = letters(text);
    const at = all.indexOf(wanted);
    return at >= 0 && !(/\d$/.test(wanted) && /^\d/.test(all.slice(at + wanted.length)));
  });
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
