export type Markup = "heading" | "bold" | "italic" | "link" | "quote" | "list" | "numbers";

type Selection = { text: string; start: number; end: number };

/** What to write over which part, and what is selected afterwards. */
export type Edit = { replacedFrom: number; replacedTo: number; inserted: string; start: number; end: number };

const around = { bold: "**", italic: "*" } as const;
const before = { heading: "## ", quote: "> ", list: "- " } as const;

/** Puts Markdown's signs around a selection or before its lines; takes them away where they are already. */
export function markUp(markup: Markup, { text, start, end }: Selection): Edit {
  if (markup === "bold" || markup === "italic") return wrap(text, start, end, around[markup]);
  if (markup === "link") {
    const label = text.slice(start, end) || "text";
    const inserted = `[${label}](https://)`;
    const urlAt = start + label.length + 3;
    return { replacedFrom: start, replacedTo: end, inserted, start: urlAt, end: urlAt + "https://".length };
  }
  const replacedFrom = text.lastIndexOf("\n", start - 1) + 1;
  const nextBreak = text.indexOf("\n", end);
  const replacedTo = nextBreak < 0 ? text.length : nextBreak;
  const lines = text.slice(replacedFrom, replacedTo).split("\n");
  const inserted = prefixLines(lines, markup).join("\n");
  return { replacedFrom, replacedTo, inserted, start: replacedFrom, end: replacedFrom + inserted.length };
}

function wrap(text: string, start: number, end: number, sign: string): Edit {
  const wrapped = text.slice(start - sign.length, start) === sign && text.slice(end, end + sign.length) === sign;
  const inner = text.slice(start, end);
  if (wrapped) {
    const from = start - sign.length;
    return {
      replacedFrom: from,
      replacedTo: end + sign.length,
      inserted: inner,
      start: from,
      end: from + inner.length,
    };
  }
  const innerStart = start + sign.length;
  return {
    replacedFrom: start,
    replacedTo: end,
    inserted: `${sign}${inner}${sign}`,
    start: innerStart,
    end: innerStart + inner.length,
  };
}

function prefixLines(lines: string[], markup: Exclude<Markup, "bold" | "italic" | "link">): string[] {
  if (markup === "numbers") {
    const numbered = lines.every((line) => /^\d+\. /.test(line));
    return lines.map((line, index) => (numbered ? line.replace(/^\d+\. /, "") : `${index + 1}. ${line}`));
  }
  const sign = before[markup];
  const marked = lines.every((line) => line.startsWith(sign));
  return lines.map((line) => (marked ? line.slice(sign.length) : sign + line));
}
