import { isStopWord, wordsOf } from "#task-types/text/words.ts";
import { type Token, tagEnglish } from "../nlp.ts";
import type { Fact } from "./facts.ts";
import { siblingsInPool } from "./pools.ts";

export type AnswerKind = "figure" | "date" | "name" | "noun" | "quality" | "word";

/** A part of a fact that can be asked for. */
export type Candidate = {
  fact: Fact;
  kind: AnswerKind;
  answer: string;
  /** Place in the fact's text. */
  start: number;
  end: number;
  /** How well it can be asked for; the best come first. */
  weight: number;
};

const vague = new Set(
  "thing things lot way ways kind bit people time times part parts number example case fact point end start side result day days year years once upon half group amount sort type set".split(
    " ",
  ),
);

const weights: Record<AnswerKind, number> = { figure: 6, name: 6, date: 5, noun: 3, quality: 2, word: 1 };

/** Everything in a fact that can be asked for, best first. No two overlap. */
export function findCandidates(fact: Fact, code: string): Candidate[] {
  const spans = code === "en" ? englishSpans(fact.text) : otherSpans(fact.text, code);
  return spans
    .filter(({ start, end }) => fact.text.slice(start, end).trim().length > 1 || /\d/.test(fact.text.slice(start, end)))
    .map(({ kind, start, end }) => {
      const answer = fact.text.slice(start, end);
      const length = kind === "noun" || kind === "word" ? Math.min(answer.length, 10) / 10 : 0;
      return { fact, kind, answer, start, end, weight: weights[kind] + length };
    })
    .sort((left, right) => right.weight - left.weight);
}

type Span = { kind: AnswerKind; start: number; end: number };
type Placed = Token & { start: number; end: number };

function englishSpans(text: string): Span[] {
  const tokens = place(tagEnglish(text), text);
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const run = nameAt(tokens, index);
    const { start } = token;
    if (/^\d[\d.,]*$/.test(token.text)) spans.push({ kind: "figure", start, end: withoutPoint(token) });
    else if (siblingsInPool(token.text, "en") && /^\p{Lu}|^[a-z]+$/u.test(token.text) && token.text !== "may") {
      spans.push({ kind: "date", start, end: token.end });
    } else if (run > 0) {
      spans.push({ kind: "name", start, end: tokens[index + run - 1]?.end ?? token.end });
      index += run - 1;
    } else if (isStopWord(token.text, "en") || vague.has(token.text.toLowerCase()) || token.text.length < 3) continue;
    else if (token.pos === "NOUN") spans.push({ kind: "noun", start, end: token.end });
    else if (token.pos === "ADJ") spans.push({ kind: "quality", start, end: token.end });
    else if (token.pos === "VERB" && token.text.length > 3) spans.push({ kind: "word", start, end: token.end });
  }
  return spans;
}

/** How many tokens from here on make one name; 0 when none starts here. */
function nameAt(tokens: Placed[], from: number): number {
  let size = 0;
  while (isNamePart(tokens[from + size], from + size === 0)) size++;
  // "The River Dee" is "River Dee"; a lone capital at the start of a sentence may be any word.
  return size;
}

function isNamePart(token: Placed | undefined, first: boolean): boolean {
  if (!token || !/^\p{Lu}[\p{L}'’-]+$/u.test(token.text)) return false;
  if (first) return token.pos === "PROPN" && !isStopWord(token.text, "en");
  return token.pos === "PROPN" || (token.pos === "NOUN" && !isStopWord(token.text, "en"));
}

/** Capitals side by side are one name: "Karl Friedrich Schinkel". */
function addName(spans: Span[], text: string, span: Span): void {
  const last = spans.at(-1);
  const touches = last && (last.kind === "noun" || last.kind === "name") && text.slice(last.end, span.start) === " ";
  if (touches) spans.splice(-1, 1, { kind: "name", start: last.start, end: span.end });
  else spans.push(span);
}

function place(tokens: Token[], text: string): Placed[] {
  let from = 0;
  return tokens.flatMap((token) => {
    const start = text.indexOf(token.text, from);
    if (start === -1) return [];
    from = start + token.text.length;
    return { ...token, start, end: from };
  });
}

function withoutPoint({ text, end }: Placed): number {
  return /[.,]$/.test(text) ? end - 1 : end;
}

/** Without a tagger: figures, names that stand inside the sentence, and long words. */
function otherSpans(text: string, code: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [index, word] of wordsOf(text).entries()) {
    const start = text.indexOf(word, from);
    from = start + word.length;
    const end = from;
    if (/^\d[\d.,]*$/.test(word)) spans.push({ kind: "figure", start, end });
    else if (siblingsInPool(word, code)) spans.push({ kind: "date", start, end });
    else if (isStopWord(word, code) || word.length < 4) continue;
    else if (/^\p{Lu}/u.test(word) && index > 0)
      addName(spans, text, { kind: code === "de" ? "noun" : "name", start, end });
    else if (index > 0 && word.length >= 6 && !/^\p{Lu}/u.test(word)) spans.push({ kind: "word", start, end });
  }
  return spans;
}
