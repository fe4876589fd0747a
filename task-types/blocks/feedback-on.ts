/** Remarks on a place as the hub writes them into feedback: “the place”: what is wrong with it. */
const remark = /^[“"](.+?)[”"]:\s*(.+)$/s;

/**
 * What of a round's feedback is about one block: remarks on a place count for the block that holds it, all other words for
 * every block.
 * @param text what the block says
 * @param all what each block of the round says
 */
export function feedbackOn(feedback: string, text: string, all: readonly string[]): string {
  const holds = (words: string, quote: string) => letters(words).includes(letters(quote));
  return feedback
    .split("\n")
    .flatMap((line) => {
      const [, quote = "", words = ""] = remark.exec(line.trim()) ?? [];
      if (!quote || !all.some((each) => holds(each, quote))) return words || line;
      return holds(text, quote) ? words : [];
    })
    .join("\n");
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
