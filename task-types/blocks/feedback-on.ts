/** Remarks on a place as the hub writes them into feedback: “the place”: what is wrong with it. */
const remark = /^[“"](.+?)[”"]:\s*(.+)$/s;

/**
 * What of a round's feedback is about one block: remarks on a place count for the block that holds it, all other words for
 * every block.
 * @param text what the block says
 * @param all what each block of the round says
 */
export function feedbackOn(feedback: string, text: string, all: readonly string[]): string {
  return feedback
    .split("\n")
    .flatMap((line) => {
      const [, quote = "", words = ""] = remark.exec(line.trim()) ?? [];
      if (!quote || !all.some((each) => holds(each, quote))) return words || line;
      return holds(text, quote) ? words : [];
    })
    .join("\n");
}

/** "Image 1" is no part of "Image 10". */
function holds(text: string, quote: string): boolean {
  const [all, wanted] = [letters(text), letters(quote)];
  const at = all.indexOf(wanted);
  return at >= 0 && !(/\d$/.test(wanted) && /^\d/.test(all.slice(at + wanted.length)));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
