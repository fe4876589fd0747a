import { FetchFailure } from "#lib/net/fetch-failure.ts";

/** Elements within one another. Browsers stop at 512; a parser here takes seconds from some thousands on. */
const mostLevels = 1_000;
/** Elements that a parser of HTML makes up, because it opens what was left open anew in each paragraph. */
const mostReopened = 500_000;

/** Those that need no end tag: that many stand open says nothing. */
const unclosed = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt body head html".split(
    " ",
  ),
);
const formatting = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));
/** What stands in these is no markup, unless they stand in a drawing. */
const literal = new Set(["script", "style", "textarea", "title"]);
const drawings = new Set(["svg", "math"]);

/**
 * Refuses markup that would keep a parser busy for minutes: whatever else runs in this process would wait for it. It counts
 * tags and understands little, so it is generous.
 * @throws FetchFailure
 */
export function requireBounded(text: string, kind: "html" | "xml"): void {
  let levels = 0;
  let styled = 0;
  let drawn = 0;
  let reopened = 0;
  let end = -1;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const past = pastLiteral(text, at);
    if (past !== null) {
      at = past;
      continue;
    }
    const closes = text[at + 1] === "/";
    const name = nameAt(text, closes ? at + 2 : at + 1);
    if (name === "") continue;
    if (drawings.has(name)) drawn = Math.max(0, drawn + (closes ? -1 : 1));
    if (kind === "html" && literal.has(name) && !closes && drawn === 0) {
      at = after(text, `</${name}`, at);
      continue;
    }
    if (end < at) end = indexOrEnd(text, ">", at);
    if (kind === "html" ? unclosed.has(name) : text[end - 1] === "/") {
      if (!closes) reopened += styled;
    } else {
      const step = closes ? -1 : 1;
      levels = Math.max(0, levels + step);
      if (kind === "html" && formatting.has(name)) styled = Math.max(0, styled + step);
      else if (!closes) reopened += styled;
    }
    if (levels > mostLevels || reopened > mostReopened) {
      throw new FetchFailure(`it is nested too deep to be read: more than ${mostLevels} elements in one another`);
    }
  }
}

/** Where a comment or a CDATA section that begins here ends; null for none. */
function pastLiteral(text: string, at: number): number | null {
  if (text[at + 1] !== "!") return null;
  // Both `-->` and `--!>` end a comment.
  if (text.startsWith("<!--", at)) return Math.min(after(text, "-->", at), after(text, "--!>", at));
  return text.startsWith("<![CDATA[", at) ? after(text, "]]>", at) : null;
}

/** The last place before what comes after `mark`. */
function after(text: string, mark: string, from: number): number {
  return indexOrEnd(text, mark, from) + mark.length - 1;
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

function nameAt(text: string, from: number): string {
  return /^[a-zA-Z][\w:-]*/.exec(text.slice(from, from + 64))?.[0].toLowerCase() ?? "";
}
