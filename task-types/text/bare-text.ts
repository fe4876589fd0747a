const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/**
 * A text as its reader sees it: without tags of HTML and what they run or embed, with links and emphasis of Markdown as
 * their words, and no code blocks. Headings, lists and paragraphs stay.
 */
export function bareText(text: string): string {
  if (!/[<`[*_|~&]/.test(text)) return text;
  return text
    .replace(/```[\s\S]*?(?:```|$)/g, " ")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<(script|style|iframe|object|svg|template|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]*>/gi, "\n")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip);/g, (_, name: string) => entities[name] ?? " ")
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/<\/?(?:b|i|u|em|strong|script|style|img|a|span)\b[^<>]*>/gi, " ")
    .replace(/!\[[^\]]*\]\([^)\s]*(?:\s"[^"]*")?\)/g, " ")
    .replace(/\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s"[^"]*")?\)/g, "$1")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/(?<=\s)\*\*(?=\p{L})/gu, "")
    .replace(/[^\S\n]{2,}/g, " ")
    .replace(/ +([.,;:!?])/g, "$1");
}
