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
const bullet = /^\s*(?:[-*•‣▪·–—]|\d{1,2}[.)])\s+(.+)$/;
const letterHead = /^(to|from|cc|bcc|date|subject|re|an|von|datum|betreff|sent|attachments?)\s*:/i;
const boilerplate =
  /(subscribe to|sign up for|all rights reserved|click here|cookie|privacy policy|follow us on|share this|read more:|advertisement|^©|^contact:|press contact|media contact|^#{3}$|^ends?\.?$)/i;

/** Reads the material line by line. Letter heads and the furniture of web pages are left out. */
export function readLines(text: string): MaterialLine[] {
  const raw = text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .split("\n");
  const speakers = findSpeakers(raw);
  return raw.map((line): MaterialLine => {
    const trimmed = line.trim();
    if (!trimmed || /^([-=_*~]\s?){3,}$/.test(trimmed)) return { kind: "blank" };
    if (letterHead.test(trimmed) || (boilerplate.test(trimmed) && trimmed.length < 160)) return { kind: "blank" };
    const marked = /^#{1,6}\s+(.+?)\s*#*$/.exec(trimmed);
    if (marked?.[1]) return { kind: "heading", text: plain(marked[1]) };
    if (/^\|.*\|$/.test(trimmed)) return { kind: "table", text: trimmed };
    const said = speech.exec(trimmed);
    if (said?.[1] && said[2] && speakers.has(said[1]))
      return { kind: "speech", speaker: said[1], text: plain(said[2]) };
    const point = bullet.exec(line);
    if (point?.[1]) return { kind: "item", text: plain(point[1]) };
    if (looksLikeHeading(trimmed)) return { kind: "heading", text: plain(trimmed.replace(/:$/, "")) };
    return { kind: "prose", text: plain(trimmed) };
  });
}

/** Labels that come again and again before longer speech; "Battery: 9 h" in a list of figures is none. */
function findSpeakers(lines: string[]): Set<string> {
  const turns = new Map<string, number>();
  let letters = 0;
  for (const line of lines) {
    const said = speech.exec(line.trim());
    if (!said?.[1] || !said[2] || letterHead.test(line.trim())) continue;
    turns.set(said[1], (turns.get(said[1]) ?? 0) + 1);
    letters += said[2].length;
  }
  const total = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...turns].filter(([, count]) => count > 1);
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
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|[.,;:!?]|$)/g, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}
