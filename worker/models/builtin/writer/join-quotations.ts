/** Characters: longer quotations are kept together by their paragraph alone. */
const longestQuotation = 420;

/** “…,” says Price. “…”: who speaks in the second sentence is said in the first, so they are never parted. */
export function joinQuotations(sentences: string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const goesOn =
      before !== undefined &&
      before.length + sentence.length < longestQuotation &&
      /^["“„«]/.test(sentence) &&
      /["”“»]/.test(before) &&
      // A quotation that names its own speaker is another one.
      !/["”“»],?\s+\p{L}/u.test(sentence.slice(1));
    if (goesOn) joined[joined.length - 1] = `${before} ${sentence}`;
    else joined.push(sentence);
  }
  return joined;
}
