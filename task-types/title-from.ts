const longest = 120;

/** The beginning of a text as a title, on one line and of whole words; an ellipsis says that it goes on. */
export function titleFrom(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const word = cut.lastIndexOf(" ");
  return `${(word > longest / 2 ? cut.slice(0, word) : cut.slice(0, -1)).replace(/[,;:–\-\uD800-\uDBFF]$/, "")}…`;
}
