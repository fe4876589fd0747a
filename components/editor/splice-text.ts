/**
 * What was typed, in a text whose lines end in their own way: a field of the browser knows only \n, and gives back all of
 * the text with that. Only the part that differs is taken over.
 */
export function spliceText(original: string, edited: string): string {
  if (!original.includes("\r")) return edited;
  const plain = original.replace(/\r\n?/g, "\n");
  let start = 0;
  while (start < plain.length && plain[start] === edited[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(plain.length, edited.length) - start && plain.at(-1 - tail) === edited.at(-1 - tail))
    tail += 1;
  const from = offsetIn(original, start);
  const to = offsetIn(original, plain.length - tail);
  const lineEnd = original.includes("\r\n") ? "\r\n" : "\n";
  const typed = edited.slice(start, edited.length - tail).replaceAll("\n", lineEnd);
  return original.slice(0, from) + typed + original.slice(to);
}

/** Where the character stands that is the nth when \r\n counts as one. */
function offsetIn(original: string, count: number): number {
  let at = 0;
  for (let seen = 0; seen < count; seen++) at += original.startsWith("\r\n", at) ? 2 : 1;
  return at;
}
