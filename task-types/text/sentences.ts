import { isStopWord } from "./words.ts";

/** Ends of words that have a full stop without ending a sentence. */
const abbreviations =
  /(?:^|[\s(„“"])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Mt|Gen|Col|Sgt|Rev|Hon|Inc|Ltd|Co|Corp|vs|etc|approx|est|dept|no|No|Nr|nr|Fig|fig|vol|Vol|pp?|ca|cf|al|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|E\.U|bzw|usw|inkl|Mio|Mrd|Abs|Art|Hr|Fr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Okt|Dez|\p{L})\.\s*$/u;

/** "G1, S and M. During …", "siglos IX y X. Almanzor": a letter that ends its sentence, not an initial. */
const numeral = /(?:^|\s)[IVXLC]+ (?:y|and|und|et|e) [IVXLC]\.\s*$/;
/** The segmenter goes on where a figure follows: "… million. 27 new buildings". */
const beforeFigure = /(?<=(?:\p{L}{5,}|\d{3,}|[%)”’"»])[.!?]["”’»)]?)(?= \d[\d.,]*\s?\p{L}{2,})/u;

/** Characters. */
const longest = 1500;

/** "am 3. März": a German ordinal, not the end of a sentence. */
const germanOrdinal = /(?:^|\s)\d{1,2}\.\s*$/;

/**
 * The sentences of one paragraph, trimmed. The segmenter's breaks after abbreviations and initials, and inside open
 * quotation marks, are healed.
 */
export function splitSentences(paragraph: string, code = "en"): string[] {
  const segmenter = new Intl.Segmenter(code === "und" ? undefined : code, { granularity: "sentence" });
  const sentences: string[] = [];
  const segments = [...segmenter.segment(paragraph.replace(/\s+/g, " "))].flatMap(({ segment }) =>
    segment.split(beforeFigure),
  );
  for (const whole of segments) {
    // "… rises. [1] Mud …": a citation belongs to the sentence before it.
    const cited = sentences.length > 0 ? (/^(?:\[\d{1,3}\]\s*)+/.exec(whole)?.[0] ?? "") : "";
    if (cited) sentences[sentences.length - 1] += cited;
    const segment = whole.slice(cited.length);
    if (!segment) continue;
    const last = sentences.at(-1);
    if (last !== undefined && belongTogether(last, segment, code)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences.flatMap((sentence) => sentence.trim() || []);
}

/** Sentences one after another, with a space where their writing has one. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, next) => (text === "" || /[。！？｡」』]$/.test(text) ? text + next : `${text} ${next}`),
    "",
  );
}

function belongTogether(before: string, after: string, code: string): boolean {
  // What never ends is no sentence; and looking at all of it again and again takes for ever.
  if (before.length > longest) return false;
  const end = before.slice(-24);
  if (/(?:^|\s)\p{Lu}\.\s*$/u.test(end) && endsWithLetter(end, after, code)) return false;
  if (abbreviations.test(end)) return true;
  if (/^\s*\p{Ll}/u.test(after)) return true;
  if (code === "de" && germanOrdinal.test(end)) return true;
  // A lone citation or closing mark belongs to what it follows.
  if (/^[\s\])”"’'»)]*$/.test(after) || /^\s*(\[\d+\]\s*)+$/.test(after)) return true;
  return opensQuote(before);
}

/** An initial is followed by a name; a word such as "During" or "The" begins a sentence. */
function endsWithLetter(end: string, after: string, code: string): boolean {
  const [next = ""] = after.trim().split(/\s+/, 1);
  return numeral.test(end) || (/^\p{Lu}\p{Ll}+$/u.test(next) && isStopWord(next, code));
}

/** A quotation of several sentences is one unit: half of it would have a mark without its partner. */
function opensQuote(text: string): boolean {
  if (text.length > 600) return false;
  const count = (mark: string) => text.split(mark).length - 1;
  if (count("„") > 0) return count("„") > count("“") + count("”");
  return count("“") > count("”") || count("«") > count("»") || count('"') % 2 === 1;
}
