import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import { mainClause } from "./main-clause.ts";
import { phrasesFor } from "./phrases.ts";
import { asSentence, endMark } from "./voice.ts";

/** A statement that can stand where the one before it does not. */
export type ChosenFact = {
  text: string;
  /** Place in the material. */
  place: number;
  /** A point of a list, without the end mark of a sentence. */
  isPoint: boolean;
};

/** Longer sentences are cut to their main clause where that can be done. */
const longWords = 30;
/** Nobody reads a longer one in a post or at the head of a mail. */
const mostWords = 46;

/** Says of somebody or something that was named before; "its" may be of the sentence's own subject. */
const pointsBack: Record<string, RegExp> = {
  en: /\b(?:it|it['’]s|they|them|he|she|him|those|these)\b|^(?:\S+ )?(?:its|their|his|her)\b|\bthat(?:['’]s| went| was| is| makes| means)\b/i,
  de: /(?<!\p{L})(?:er|sie|ihn|ihm|ihnen|deren|dessen|diese[rnms]?)(?!\p{L})/iu,
};
/** Only announces what the next sentence says. */
const announces =
  /\b(?:two|three|four|several|zwei|drei|vier|mehrere) (?:things|points|reasons|ways|Dinge|Punkte|Gründe)[.:]?$/i;
const counts = /^(?:one|two|three|four|first|second|third|erstens|zweitens|drittens),\s/i;
/** A single person's own words, which an organisation does not say. */
const ownWords: Record<string, RegExp> = {
  en: /\b(?:i|i['’](?:m|ve|d|ll)|me|my|mine)\b/i,
  de: /(?<!\p{L})(?:ich|mich|mir|meine?[rnms]?)(?!\p{L})/iu,
};
const quoted = /“[^”]*”|"[^"]*"|„[^“]*“|«[^»]*»/g;

/** Facts that need no other, best first: near the topic, early in the material, with a figure. */
export function rankFacts(
  facts: readonly { text: string; theme?: string }[],
  topic: string,
  code: string,
): ChosenFact[] {
  const wanted = contentStems(topic, code);
  const all = facts.map((fact, place) => shortened(fact, place, code));
  const alone = all.filter(({ text }) => isNews(text, code) && countWords(text) <= mostWords);
  // Of material that is all of one piece, its first sentences are understood by themselves at least.
  return (alone.length > 0 ? alone : all)
    .map((fact) => {
      const stems = new Set(contentStems(fact.text, code));
      const early = 0.6 / (fact.place + 1);
      // Research has put under the topic itself what opens the matter best.
      const opens = facts[fact.place]?.theme === topic ? 0.3 : 0;
      return { fact, score: 3 * coverage(wanted, stems) + (/\d/.test(fact.text) ? 0.4 : 0) + early + opens };
    })
    .sort((left, right) => right.score - left.score)
    .map(({ fact }) => fact);
}

/**
 * The first of the ranking, and of the others as many as fit, in the material's order.
 * @param turn begins the others elsewhere, so that several texts from one ranking differ
 */
export function chooseFacts(ranked: readonly ChosenFact[], words: number, turn = 0): ChosenFact[] {
  const [lead, ...others] = ranked;
  if (!lead) return [];
  const from = turn % Math.max(1, others.length);
  let left = words - countWords(lead.text);
  const more = [...others.slice(from), ...others.slice(0, from)].filter(({ text }) => {
    if (countWords(text) > left) return false;
    left -= countWords(text);
    return true;
  });
  return [lead, ...more.toSorted((first, second) => first.place - second.place)];
}

/** Whether a sentence can be read without the one before it. */
export function standsAlone(text: string, code: string): boolean {
  const { needs, connects } = phrasesFor(code);
  const bare = text.replace(quoted, " ");
  const opening = bare.split(/:\s/)[0]?.split(/\s+/).slice(0, 7).join(" ") ?? "";
  if (counts.test(text)) return false;
  return !needs.test(text) && !connects.test(text) && !pointsBack[code]?.test(opening) && !speaksForOneself(text, code);
}

/** Whether a sentence tells somebody something who reads nothing else. */
export function isNews(text: string, code: string): boolean {
  return standsAlone(text, code) && !announces.test(text);
}

/** Facts in their order as they can be read: what leans on a sentence that is not there stays out with it. */
export function readable(facts: readonly { text: string }[], code: string): ChosenFact[] {
  let isOpen = false;
  return facts.map(asFact).filter(({ text }) => {
    isOpen = !speaksForOneself(text, code) && (isOpen || standsAlone(text, code));
    return isOpen;
  });
}

/** Whether it is one person's own words, outside of quotation marks. */
function speaksForOneself(text: string, code: string): boolean {
  return ownWords[code]?.test(text.replace(quoted, " ")) ?? false;
}

/** A statement of the material as a text takes it: a sentence, or a point of a list without its end mark. */
export function asFact({ text }: { text: string }, place: number): ChosenFact {
  if (!endMark.test(text.trim())) return { text: capital(text.trim()), place, isPoint: true };
  return { text: asSentence(text), place, isPoint: false };
}

function shortened(fact: { text: string }, place: number, code: string): ChosenFact {
  const whole = asFact(fact, place);
  const isLong = !whole.isPoint && countWords(whole.text) > longWords;
  return { ...whole, text: (isLong ? mainClause(whole.text, code) : null) ?? whole.text };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
