/** Whether a text's first words are those of its excerpt, whatever marks stand between them. */
export function beginsWith(text: string, excerpt: string): boolean {
  const wanted = lettersOf(excerpt.replace(/(?:…|\.{3})\s*$/, ""));
  return (
    wanted !== "" && lettersOf(text.replace(/^\s*#.*$/gm, "").slice(0, 4 * excerpt.length + 200)).startsWith(wanted)
  );
}

function lettersOf(text: string): string {
  return text
    .replace(/\[\d+\]|\]\([^)]*\)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
