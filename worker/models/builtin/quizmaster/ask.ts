import { type Token, tagEnglish } from "../nlp.ts";
import type { Candidate } from "./candidates.ts";
import { isYear } from "./other-figures.ts";
import type { QuizPhrases } from "./phrases.ts";
import { categoryOf } from "./wordnet.ts";

export const blank = "____";

/**
 * A question in plain words where English grammar surely gives one; null where only the sentence with a gap is safe.
 */
export function askInWords(candidate: Candidate, code: string): string | null {
  if (code !== "en" || candidate.fact.context !== null) return null;
  if (/[,;:–—(“"]/.test(candidate.fact.text.replace(/^In \d{4}, /, ""))) return null;
  return askWho(candidate) ?? askYear(candidate) ?? askHowMany(candidate);
}

/** The sentence with a gap; with the one before it where it leans on that. */
export function withGap({ fact, kind, start, end }: Candidate, phrases: QuizPhrases): string {
  // "a" or "an" before the gap would give the answer away.
  const before = fact.text.slice(0, start).replace(/\b([Aa])n? $/, (_, article: string) => `${article}/an `);
  const sentence = `${before}${blank}${fact.text.slice(end)}`;
  const lead = kind === "figure" ? phrases.completeFigure : phrases.complete;
  return `${lead} ${quoted(fact.context ? `${fact.context} ${sentence}` : sentence, phrases)}`;
}

export function quoted(text: string, { quotes: [open, close] }: QuizPhrases): string {
  return `${open}${text}${close}`;
}

/** "Who reached the South Pole?" of "Amundsen reached the South Pole." */
function askWho({ fact, kind, answer, start, end }: Candidate): string | null {
  if (kind !== "name" || start !== 0) return null;
  const known = categoryOf(answer);
  if (known !== "person" && known !== null) return null;
  const rest = fact.text.slice(end);
  const [next, second] = tagEnglish(rest.trim());
  const finite = next && ((next.pos === "VERB" && isPast(next)) || /^(was|is|has|had|can|could|will)$/.test(next.text));
  return finite && second ? asQuestion(`Who${rest}`) : null;
}

/** "In which year did the bridge open?" of "The bridge opened in 1932." */
function askYear({ fact, kind, answer, start, end }: Candidate): string | null {
  if (kind !== "figure" || !isYear(answer)) return null;
  const before = fact.text.slice(0, start);
  const after = fact.text.slice(end);
  if (/^In $/.test(before)) return invert("In which year", after.replace(/^,\s*/, "").replace(/[.!]$/, ""), "");
  if (/ in $/.test(before) && /^[.!]$/.test(after)) return invert("In which year", before.replace(/ in $/, ""), "");
  return null;
}

/** "How many berths does the jetty have?" of "The jetty has 42 berths." */
function askHowMany({ fact, kind, answer, start, end }: Candidate): string | null {
  if (kind !== "figure" || isYear(answer)) return null;
  const after = tagEnglish(fact.text.slice(end).trim());
  if (!/^ /.test(fact.text.slice(end))) return null;
  const size = after.findIndex(({ pos }) => pos !== "NOUN" && pos !== "ADJ");
  if (size < 1 || after[size - 1]?.pos !== "NOUN" || !/s$/.test(after[size - 1]?.text ?? "")) return null;
  const counted = after
    .slice(0, size)
    .map(({ text }) => text)
    .join(" ");
  const verb = tagEnglish(fact.text.slice(0, start)).at(-1);
  if (verb?.pos !== "VERB" && !/^(has|have|had)$/.test(verb?.text ?? "")) return null;
  const rest = fact.text.slice(end).trim().slice(counted.length).replace(/[.!]$/, "");
  return invert(`How many ${counted}`, fact.text.slice(0, start).trim(), rest);
}

/** "did the bridge open" of "The bridge opened": a question needs its auxiliary before its subject. */
function invert(lead: string, clause: string, rest: string): string | null {
  const tokens = tagEnglish(clause);
  const at = tokens.findIndex(({ pos }) => pos === "VERB" || pos === "AUX");
  const verb = tokens[at];
  if (
    !verb ||
    at < 1 ||
    at > 6 ||
    tokens.slice(0, at).some(({ pos }) => pos === "SCONJ" || pos === "CCONJ" || pos === "ADP")
  ) {
    return null;
  }
  const subject = join(tokens.slice(0, at), true);
  const tail = join(tokens.slice(at + 1), false) + rest;
  const another = tokens.slice(at + 1).filter(({ pos }) => pos === "VERB" || pos === "AUX").length;
  if (verb.pos === "AUX" && /^(was|were|is|are|can|could|will)$/.test(verb.text)) {
    return another > 1 ? null : asQuestion(`${lead} ${verb.text} ${subject} ${tail}`);
  }
  if (another > 0) return null;
  if (verb.text === "had" || (verb.pos === "VERB" && isPast(verb))) {
    return asQuestion(`${lead} did ${subject} ${verb.lemma === "had" ? "have" : verb.lemma} ${tail}`);
  }
  if (verb.text === "has") return asQuestion(`${lead} does ${subject} have ${tail}`);
  return verb.text === "have" ? asQuestion(`${lead} do ${subject} have ${tail}`) : null;
}

function isPast({ text, lemma }: Token): boolean {
  return text.toLowerCase() !== lemma && !/(ing|s)$/.test(text);
}

function join(tokens: Token[], isSubject: boolean): string {
  const [first] = tokens;
  const text = tokens
    .map((token) => (token.spaceBefore ? " " : "") + token.text)
    .join("")
    .trim();
  return isSubject && first && first.pos !== "PROPN" && first.text !== "I"
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

function asQuestion(text: string): string {
  return `${text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\s*[.!]$/, "")}?`;
}
