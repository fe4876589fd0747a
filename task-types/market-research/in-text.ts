import type { Cited } from "./cited-text.tsx";

/** What the report's own text already shows; only the rest is set beside it. */
export function alreadyIn(content: string) {
  const tableLines = content.split("\n").filter((line) => line.trimStart().startsWith("|"));
  const words = plain(content);
  return {
    chart: (address: string) => content.includes(address),
    comparison: (rows: readonly { name: string }[]) =>
      rows.every(({ name }) => tableLines.some((line) => line.includes(name))),
    claims: (claims: readonly Cited[]) => claims.every(({ text }) => words.includes(plain(text))),
  };
}

/** The text without its last section where that only names the sources, which follow with what they say. */
export function withoutSourceList(content: string, titles: readonly string[]): string {
  const at = content.search(/\n#{1,3} [^\n]+\n(?![\s\S]*\n#{1,3} )/);
  const last = at < 0 ? "" : content.slice(at);
  const onlyNames = last.split("\n").every((line) => line.trim() === "" || /^\s*(?:#|\d+\.|[-*]|\[\d+\])/.test(line));
  return last !== "" && titles.length > 0 && onlyNames && titles.every((title) => last.includes(title))
    ? content.slice(0, at)
    : content;
}

function plain(text: string): string {
  return text
    .replace(/\[\d+\]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
