/** Where a text is found, ignoring case; overlapping ones do not count twice. */
export function findInText(text: string, wanted: string): number[] {
  if (wanted === "") return [];
  const places: number[] = [];
  const [where, what] = [text.toLowerCase(), wanted.toLowerCase()];
  // Case may change a length in some scripts; then only the exact text is found.
  const [within, part] = where.length === text.length && what.length === wanted.length ? [where, what] : [text, wanted];
  for (let at = within.indexOf(part); at >= 0; at = within.indexOf(part, at + part.length)) places.push(at);
  return places;
}
