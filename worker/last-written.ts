/** Enough for a few lines on a screen, and far within what one NOTIFY carries. */
const mostCharacters = 600;

/** Controls, and the marks that turn the direction of what follows them: they would reach beyond the text itself. */
const unseen = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The end of what a model has written so far, as plain text; empty while there is nothing to see. */
export function lastWritten(strings: readonly string[]): string {
  const text = strings
    .join("\n")
    .slice(-4 * mostCharacters)
    .replace(unseen, " ")
    .trim();
  const characters = [...text];
  if (characters.length <= mostCharacters) return text;
  const tail = characters.slice(-mostCharacters).join("");
  // From a word's beginning, where there is one near.
  return tail.replace(/^\S{0,40}\s+/, "");
}
