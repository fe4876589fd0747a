import { tagEnglish } from "../nlp.ts";

const contractions: [RegExp, string][] = [
  [/\b(it|that|there|what|he|she|here) is\b(?! (?:not|n't))(?=\s\p{L})/giu, "$1’s"],
  [/\b(they|we|you) are\b(?=\s\p{L})/giu, "$1’re"],
  [/\b(I|they|we|you) have\b(?= (?:been|had|\p{L}+ed)\b)/gu, "$1’ve"],
  [/\b(I|they|we|you|it|he|she|that) will\b(?=\s\p{L})/gu, "$1’ll"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should) not\b/gi, "$1n’t"],
  [/\bcannot\b/gi, "can’t"],
  [/\bwill not\b/gi, "won’t"],
];

const expansions: [RegExp, string][] = [
  [/\bcan['’]t\b/g, "cannot"],
  [/\bwon['’]t\b/g, "will not"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b/gi, "$1 not"],
  [/\b(they|we|you)['’]re\b/gi, "$1 are"],
  [/\b(I|they|we|you)['’]ve\b/gi, "$1 have"],
  [/\b(I|they|we|you|it|he|she)['’]ll\b/gi, "$1 will"],
  [/\bI['’]m\b/g, "I am"],
];

/** Sets the tone where grammar alone can: contractions in casual text, none in academic. Quotations stay as they are. */
export function inTone(text: string, tone: string, code: string): string {
  if (code !== "en") return text;
  const rules = tone === "casual" ? contractions : tone === "academic" ? expansions : [];
  if (rules.length === 0) return text;
  return text
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : rules.reduce((all, [from, to]) => all.replace(from, to), part)))
    .join("");
}

/** "However, prices fell" → "Prices fell", for a sentence whose forerunner is not there. */
export function withoutConnective(text: string, connects: RegExp): string {
  const bare = text.replace(connects, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a sentence begins with a word that loses its capital after "According to Lopez,". A noun may be a name. */
export function opensPlainly(sentence: string): boolean {
  const [first] = tagEnglish(sentence);
  return first !== undefined && ["DET", "PRON", "ADP", "SCONJ", "ADV", "ADJ"].includes(first.pos) && first.text !== "I";
}

/** The end of a sentence, in Latin, Arabic, Indian and East Asian writing. */
export const endMark = /[.!?…。！？｡؟।]["”’»)\]」』]*$/;

/** Ends like a sentence, with a capital at its start. */
export function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;:–—-]+$/, "");
  const ended = endMark.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/**
 * Whether a point of a list can stand in a paragraph: English needs a subject before a verb, other languages a full stop
 * and some length.
 */
export function isClause(text: string, code: string): boolean {
  if (/^[^.:]{1,40}:\s/.test(text)) return false;
  if (code !== "en") return /[.!?]$/.test(text) && text.split(/\s+/).length > 4;
  const tokens = tagEnglish(text);
  const verb = tokens.findIndex(({ pos }) => pos === "VERB" || pos === "AUX");
  if (verb < 1 || tokens.length < 5) return false;
  const subject = tokens.slice(0, verb).some(({ pos }) => pos === "NOUN" || pos === "PROPN" || pos === "PRON");
  const finite = !/ing$/.test(tokens[verb]?.text ?? "") && tokens[verb - 1]?.text !== "to";
  return subject && finite;
}
