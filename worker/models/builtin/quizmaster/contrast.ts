/** Words that turn a statement round and leave it sensible, each pair in both directions. */
const pairs = `rose/fell rises/falls rise/fall increased/decreased increases/decreases increase/decrease grew/shrank grows/shrinks
fewer/more less/more before/after above/below inside/outside largest/smallest larger/smaller longest/shortest longer/shorter
highest/lowest higher/lower best/worst better/worse earlier/later earliest/latest oldest/newest north/south east/west
northern/southern eastern/western warmer/colder cheaper/dearer rarely/often never/always many/few opened/closed opens/closes
allowed/forbidden faster/slower heavier/lighter stronger/weaker gained/lost won/lost bought/sold visible/invisible`;

const opposites = new Map<string, string>();
for (const pair of pairs.split(/\s+/)) {
  const [left = "", right = ""] = pair.split("/");
  // Where a word has two opposites, the first counts.
  for (const [word, other] of [
    [left, right],
    [right, left],
  ] as const)
    if (!opposites.has(word)) opposites.set(word, other);
}

/**
 * A statement of English turned into its contrary: by the opposite of one of its words, else by "not" after the verb that
 * takes it. Null where neither is sure to say the contrary.
 */
export function contraryOf(text: string): string | null {
  if (/\b(?:not|no|nor|never|nobody|nothing|none|cannot)\b|n['’]t\b|["“„]/i.test(text)) return null;
  for (const { 0: word, index } of text.matchAll(/\b[a-z]+\b/g)) {
    const opposite = opposites.get(word);
    const follows = text.slice(index + word.length);
    // "many more", "few hundred": parts of something larger.
    if (
      !opposite ||
      /^ (?:more|hundred|thousand|fewer|of\b)/.test(follows) ||
      /\b(?:as|how|so|a|too) $/i.test(text.slice(0, index))
    )
      continue;
    return text.slice(0, index) + opposite + follows;
  }
  const auxiliary = /^[^,;:]{3,80}?\b(can|must|will|should|is|are|was|were)\b(?= \p{Ll})/u.exec(text);
  if (!auxiliary?.[1]) return null;
  const at = auxiliary[0].length;
  return `${text.slice(0, at)}${auxiliary[1] === "can" ? "not" : " not"}${text.slice(at)}`;
}
