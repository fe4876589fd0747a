import { isByline, isHeadline, withoutDateline } from "#task-types/text/bylines.ts";

/** One line of the material by what it is; speech carries who says it. */
export type MaterialLine =
  | { kind: "heading"; text: string }
  | { kind: "item"; text: string }
  | { kind: "table"; text: string }
  | { kind: "speech"; speaker: string; text: string }
  | { kind: "prose"; text: string }
  | { kind: "blank" };

const speech =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–]?\s*)?\**([\p{Lu}][\p{L}.'’ -]{0,40}?)\**(?:\s*\([^)]{0,60}\))?\s*:\**\s+(\S.*)$/u;
/** Nothing but a transcript says at what second somebody spoke. */
const timedSpeech = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–]?\s*\**\p{Lu}[\p{L}.'’ -]{0,40}\**\s*:/u;
const bullet = /^\s*(?:[-*•‣▪·–—]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(.+)$/;
const letterHead = /^(to|from|cc|bcc|date|subject|re|an|von|datum|betreff|sent|attachments?)\s*:/i;
const boilerplate =
  /(subscribe to|sign up for|all rights reserved|click here|cookie|privacy policy|follow us on|share this|read more:|advertisement|^©|^contact:|press contact|media contact|^#{3}$|^ends?\.?$)/i;

/** A byline stands at the head of a text; further down, only one with a label is. */
const headLines = 8;

/**
 * Reads the material line by line. Letter heads, bylines, what a company says about itself under its news, and the
 * furniture of web pages are left out.
 */
export function readLines(text: string): MaterialLine[] {
  const whole = withoutCode(withoutTags(text.replace(/\r\n?/g, "\n").replace(/\u00a0/g, " ")));
  const raw = joinPointsBelow(whole.split("\n").map((line) => line.replace(/^\s*(?:>\s?)+/, "")));
  const speakers = findSpeakers(raw);
  const first = raw.findIndex((line) => line.trim() && !isByline(line));
  const headEnd = Math.max(first, 0) + headLines;
  const lines = withoutSelfPortrait(raw).map((line, index): MaterialLine => {
    const trimmed = withoutDateline(line.trim());
    const said = speech.exec(trimmed);
    if (said?.[1] && said[2] && speakers.has(said[1]))
      return { kind: "speech", speaker: said[1], text: plain(said[2]) };
    const isHead = index < headEnd || /^[^.:]{3,20}:/.test(trimmed);
    if ((isHead && isByline(trimmed)) || (index === first && isHeadline(line, whole))) return { kind: "blank" };
    if (!trimmed || /^([-=_*~]\s?){3,}$/.test(trimmed)) return { kind: "blank" };
    if (letterHead.test(trimmed) || (boilerplate.test(trimmed) && trimmed.length < 160)) return { kind: "blank" };
    const marked = /^#{1,6}\s+(.+?)\s*#*$/.exec(trimmed);
    if (marked?.[1]) return { kind: "heading", text: plain(marked[1]) };
    if (/^\|.*\|$/.test(trimmed)) return { kind: "table", text: trimmed };
    const point = bullet.exec(line);
    if (point?.[1]) return { kind: "item", text: plain(point[1]) };
    if (looksLikeHeading(trimmed)) return { kind: "heading", text: plain(trimmed.replace(/:$/, "")) };
    return { kind: "prose", text: plain(trimmed) };
  });
  return joinWrapped(lines);
}

/** A programme's lines are no sentences, and a footnote's mark no word. */
function withoutCode(text: string): string {
  return text
    .replace(/^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?(?:^[ \t]*\1[^\n]*$|(?![\s\S]))/gm, "")
    .replace(/\[\^[^\]\s]+\]:?/g, "");
}

const tag =
  /<\/?(?:a|abbr|article|aside|b|blockquote|body|br|button|center|cite|code|div|dd|dl|dt|em|figure|figcaption|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|mark|meta|nav|noscript|object|ol|p|path|picture|pre|q|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul|video)(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/gi;

/** The words of a page that was pasted with its tags; addresses between angle brackets stay. */
function withoutTags(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(tag, "")
    .replace(/&lt;(?:(?!&gt;).){0,80}?&gt;/g, "")
    .replace(/<(https?:[^<>\s]+|[^<>\s@]+@[^<>\s]+)>/g, "$1");
}

/** "Tools needed:" with its points below it is one point. */
function joinPointsBelow(lines: string[]): string[] {
  const joined: string[] = [];
  let open: { at: number; indent: number; parts: number } | null = null;
  for (const line of lines) {
    const [, indent = "", point] = /^(\s*)(?:[-*•‣▪·–—]|\d{1,2}[.)])\s+(.+)$/.exec(line) ?? [];
    const isBelow: boolean = open !== null && point !== undefined && indent.length > open.indent;
    if (open && point && isBelow) {
      joined[open.at] += `${open.parts++ > 0 ? "," : ""} ${point}`;
      continue;
    }
    open = point?.trimEnd().endsWith(":") ? { at: joined.length, indent: indent.length, parts: 0 } : null;
    joined.push(line);
  }
  return joined;
}

const ended = /[.!?:…。！？]["”“’»)\]」』]*$/;

/**
 * In a text that was broken at a column, lines are joined to paragraphs; in any other each line is a paragraph. What
 * goes on in small letters under a point of a list belongs to the point.
 */
function joinWrapped(lines: MaterialLine[]): MaterialLine[] {
  const inner = lines.flatMap((line, index) =>
    line.kind === "prose" && lines[index + 1]?.kind === "prose" ? [line.text] : [],
  );
  const open = inner.filter((line) => !ended.test(line)).length;
  const isWrapped = open > inner.length * 0.3;
  const joined: MaterialLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const belongs =
      last?.kind === "prose" ? isWrapped : last?.kind === "item" && line.kind === "prose" && /^\p{Ll}/u.test(line.text);
    if (line.kind === "prose" && belongs && (last?.kind === "prose" || last?.kind === "item"))
      joined[joined.length - 1] = { kind: last.kind, text: `${last.text} ${line.text}` };
    else joined.push(line);
  }
  return joined;
}

/** "About Halden Rail" and all below it, at the end of a press release. */
function withoutSelfPortrait(lines: string[]): string[] {
  const start = lines.findLastIndex((line) => /^(?:#+\s*)?(?:About|Über)\s+\p{Lu}[^.!?]{1,50}:?$/u.test(line.trim()));
  return start > lines.length * 0.5 ? lines.map((line, index) => (index < start ? line : "")) : lines;
}

/** Labels that come again and again before longer speech; "Battery: 9 h" in a list of figures is none. */
function findSpeakers(raw: string[]): Set<string> {
  const turns = new Map<string, number>();
  let letters = 0;
  for (const line of raw) {
    const said = speech.exec(line.trim());
    if (!said?.[1] || !said[2] || letterHead.test(line.trim())) continue;
    turns.set(said[1], (turns.get(said[1]) ?? 0) + 1);
    letters += said[2].length;
  }
  const total = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...turns].filter(([, count]) => count > 1);
  const timed = raw.filter((line) => timedSpeech.test(line.trim())).length;
  if (timed > 2 && timed > total / 2) return new Set(turns.keys());
  const isTranscript =
    total >= 4 && repeated.length > 0 && turns.size <= Math.max(2, total / 2) && letters / total > 25;
  return new Set(isTranscript ? turns.keys() : []);
}

/** A short line without an end mark, by itself: "Opening hours", "PRICES:", "3. Results". */
function looksLikeHeading(line: string): boolean {
  const words = line.split(/\s+/).length;
  if (words > 9 || line.length > 80 || /[.!?;,…]$/.test(line)) return false;
  if (/:$/.test(line)) return words <= 7;
  return !/[:;]/.test(line) && line.length > 2 && /^[\p{Lu}\d]/u.test(line) && !/^\d+([.,]\d+)?\s*%?$/.test(line);
}

/** Marks of Markdown carry no matter; links keep their words. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|[.,;:!?]|$)/g, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}
