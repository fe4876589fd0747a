/** What a reviewer wants changed, as far as it can be understood without understanding. */
export type Directive =
  | { kind: "title"; text: string }
  | { kind: "rename"; from: string; to: string }
  | { kind: "replace"; from: string; to: string }
  | { kind: "shorter" | "longer"; words: number | null }
  | { kind: "add" | "remove"; what: string }
  /** What is to stand first; `quote` where somebody's words are asked for. */
  | { kind: "open"; what: string; quote: boolean }
  | { kind: "tone"; tone: "casual" | "academic" }
  | { kind: "headings" | "bullets" }
  | { kind: "unknown"; text: string };

const mark = "[\"“”„'‘’«»]";
const quotedPair = new RegExp(`${mark}(.+?)${mark}\\s+(?:with|to|by|into|durch|in|zu)\\s+${mark}(.+?)${mark}`, "i");

const imperative =
  /(?<=[.;!\n])\s+|\n+|,?\s+(?:and|then|und|also)\s+(?=(?:also\s+|please\s+|bitte\s+)?(?:add|mention|include|remove|drop|delete|cut|leave|make|shorten|change|replace|rename|use|expand|focus|omit|title|set|give|start|begin|open|move|put|erwähn|beginn|starte|stell|setz|nimm|nutz|verwend|entfern|streich|kürz|mach|änder|ersetz|ergänz)\w*)/i;

/** Reads feedback piece by piece: one wish per sentence, or per "and remove …". */
export function readDirectives(feedback: string): Directive[] {
  const pieces = feedback
    .split(imperative)
    .map((piece) =>
      piece
        .trim()
        .replace(/^(?:[-*•\d.)]+\s+|please\s+|bitte\s+|can you\s+|could you\s+|and\s+|also[,:]?\s+|und\s+)+/i, ""),
    )
    .filter((piece) => piece.length > 2);
  return pieces.map((piece) => readDirective(piece.replace(/[.!;,]+$/, "")));
}

function readDirective(text: string): Directive {
  const title =
    /^(?:change |set |make |use |new |ändere |neuer )*(?:the |a |den |das )?(?:new )?(?:title|headline|titel|überschrift)\s*(?:to be|should be|to|as|zu|in|:|=)+\s*(.+)$/i.exec(
      text,
    )?.[1];
  if (title) return { kind: "title", text: bare(title) };
  const pair = quotedPair.exec(text);
  if (pair?.[1] && pair[2]) {
    const kind = /\b(section|heading|rename|abschnitt|überschrift)\b/i.test(text) ? "rename" : "replace";
    return { kind, from: pair[1], to: pair[2] };
  }
  const words = /(\d{2,4})\s*(?:words|wörter|worte)/i.exec(text)?.[1];
  const count = words ? Number(words) : null;
  const first = opening(text);
  if (first) return { kind: "open", what: subject(first.replace(quoteWords, "")), quote: quoteWords.test(first) };
  const removed =
    /^(?:remove|drop|delete|cut(?! (?:it )?(?:down|to))|leave out|take out|omit|skip|get rid of|entfern\w*|streich\w*|lösch\w*)\s+(.+)$/i.exec(
      text,
    )?.[1];
  if (removed) return { kind: "remove", what: subject(removed) };
  if (
    /\b(more (?:sub-?)?headings|more sections|break (?:it|this|the text) up|zwischenüberschriften|mehr überschriften)\b/i.test(
      text,
    )
  )
    return { kind: "headings" };
  if (/\b(bullet ?points?|bullets|as a list|stichpunkte?|als liste)\b/i.test(text)) return { kind: "bullets" };
  if (/\b(casual|less formal|friendlier|conversational|informal|locker\w*)\b/i.test(text))
    return { kind: "tone", tone: "casual" };
  if (/\b(more formal|academic|less casual|no contractions|förmlich\w*)\b/i.test(text))
    return { kind: "tone", tone: "academic" };
  if (
    /\b(shorter|shorten|trim|too long|condense|cut (?:it )?(?:down|to)|reduce|tighten|kürzer|kürze\w*|zu lang)\b/i.test(
      text,
    )
  )
    return { kind: "shorter", words: count };
  const added =
    /\b(?:add|mention|include|say (?:something |more )?about|write about|expand on|elaborate on|more (?:about|on|detail on|details on|detail about|details about)|talk about|cover|focus (?:more )?on|emphasi[sz]e|highlight|explain|erwähn\w*|ergänz\w*|nenn\w*|mehr (?:über|zu))\s+(.+)$/i.exec(
      text,
    )?.[1];
  if (added) return { kind: "add", what: subject(added) };
  if (/\b(longer|expand|too short|more detail\w*|extend|lengthen|länger|ausführlicher|zu kurz)\b/i.test(text))
    return { kind: "longer", words: count };
  return { kind: "unknown", text };
}

const quoteWords =
  /\b(?:quotes?|quotations?|zitate?|words|worten?)\s*(?=$|about|on|of|by|from|über|zu|von|that|with|mit)/i;
const place =
  "(?:(?:very\\s+)?(?:top|beginning|start|opening|intro(?:duction)?|lead|first paragraph|front|anfang|einstieg|einleitung|beginn))";
const openings = [
  /^(?:start|begin|open|lead)(?:s|\s+off)?(?:\s+(?:it|the\s+(?:article|text|post|piece)))?\s+with\s+(.+)$/i,
  new RegExp(
    `^(?:use|move|put|place|take|bring|have|nimm|nutze|verwende|stelle?|setze?)\\s+(.+?)\\s+(?:in|to|at|as|into|for|am|an|im|als|in|zum)\\s+(?:the\\s+|den\\s+|dem\\s+|die\\s+|der\\s+)?${place}(?:\\s+of\\s+.+)?$`,
    "i",
  ),
  /^(?:put|move|place|stelle?|setze?)\s+(.+?)\s+(?:first|up front|to the front|nach vorn(?:e)?|voran|an den anfang)$/i,
  /^(?:beginne?n?|starte?n?|eröffne|steige?)\s+(?:(?:den|der|das)\s+(?:artikel|text|beitrag)\s+)?(?:bitte\s+)?mit\s+(.+?)(?:\s+ein)?$/i,
  /^fange?\s+(?:bitte\s+)?mit\s+(.+?)\s+an$/i,
];

/** "start with the threat", "use the quote about mud in the opening"; null for any other wish. */
function opening(text: string): string | null {
  for (const pattern of openings) {
    const found = pattern.exec(text)?.[1];
    if (found) return found;
  }
  return null;
}

/** "the part about prices, please" → "prices" */
function subject(text: string): string {
  return bare(text)
    .replace(/,?\s*(?:please|bitte|hinzu)$/i, "")
    .replace(/^(?:(?:the|a|an|any|all|some|something|more|that|den|dem|die|das|der|alles)\s+)+/i, "")
    .replace(
      /^(?:section|sentences?|paragraphs?|parts?|bits?|mentions?|details?|information|words?|facts?|abschnitt|satz|absatz|teil)\s+(?:on|about|of|that mentions?|mentioning|with|regarding|called|über|zu|mit)\s+/i,
      "",
    )
    .replace(/^(?:about|on|of|über|zu)\s+/i, "")
    .replace(/^(?:the|a|an|die|den|das)\s+/i, "")
    .replace(/\s+(?:section|paragraph|sentence|abschnitt)$/i, "")
    .trim();
}

function bare(text: string): string {
  return text
    .trim()
    .replace(new RegExp(`^${mark}+|${mark}+$`, "g"), "")
    .trim();
}
