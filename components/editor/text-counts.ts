const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Words that an adult reads in a minute (Brysbaert, 2019). */
const wordsPerMinute = 238;

/** Of Markdown as it is read: without its signs and addresses. */
export function countText(markdown: string): { words: number; characters: number; minutes: number } {
  const text = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+[.)]|```.*|~~~.*|[-:|\s]+$)\s/gm, "")
    .replace(/\[\^?\d+\]/g, "")
    .replace(/[*_`~|]/g, "")
    .trim();
  const words = text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{N}])?/gu)?.length ?? 0;
  return {
    words,
    characters: [...segmenter.segment(text)].length,
    minutes: Math.max(1, Math.round(words / wordsPerMinute)),
  };
}
