import { contentStems, coverage } from "#task-types/text/words.ts";
import {
  allSentences,
  findSection,
  isHeading,
  isList,
  type Manuscript,
  plainOf,
  removeSentence,
  sentencesOf,
} from "./manuscript.ts";
import { phrasesFor } from "./phrases.ts";
import { renderUnits } from "./render-section.ts";
import type { Unit } from "./unit.ts";

const speech = /["“„«].{15,}["”“»]/;
/** What follows and says "them" goes where its forerunner goes. */
const refers = /^(?:[^,.;]{0,70}\s)?(?:it|they|them|he|she|ihn|ihm|ihnen|sie|er)\b/i;
const mostFollowers = 2;
const citation = /(?:\s*\[\d+\])+\s*$/;

/**
 * Puts what speaks of `what` at the head of the text, its section first among the sections; from the material where the
 * text has it not.
 */
export function openWith(manuscript: Manuscript, what: string, quote: boolean, units: Unit[]): string | null {
  const wanted = contentStems(what, manuscript.code);
  const found = wanted.length > 0 ? bestSentence(manuscript, what, wanted, quote) : null;
  if (!found) return fromMaterial(manuscript, what, wanted, quote, units);
  if (found.block === 0 && found.at === 0)
    return `The text opens with ${quote ? "that quotation" : `“${what}”`} already.`;
  const sentences = sentencesOf(manuscript.blocks[found.block] ?? "", manuscript.code);
  const taken = isList(manuscript.blocks[found.block] ?? "")
    ? [found.sentence]
    : withFollowers(sentences, found.at, manuscript.code);
  const marked = manuscript.blocks[found.block] ?? "";
  const cited = citation.exec(marked)?.[0].trim() ?? "";
  const home = sectionAt(manuscript, found.block);
  for (const sentence of taken) removeSentence(manuscript, sentence);
  if (home !== null && !quote) bringForward(manuscript, home);
  const text = taken.map((sentence) => plainEnd(sentence)).join(" ");
  placeFirst(manuscript, text, cited);
  return null;
}

/** The sentence that holds most of the words; one under a heading that has them too goes before others. */
function bestSentence(manuscript: Manuscript, what: string, wanted: string[], quote: boolean) {
  const section = findSection(manuscript, what);
  const named = (block: number) => section !== null && block > section.start && block < section.start + section.count;
  let last = -1;
  let at = 0;
  const ranked = allSentences(manuscript).map((entry) => {
    at = entry.block === last ? at + 1 : 0;
    last = entry.block;
    const held = coverage(wanted, entry.stems);
    return { ...entry, at, weight: held + (named(entry.block) ? 0.5 : 0) };
  });
  const fit = ranked.filter(({ sentence, weight }) => weight >= 0.5 && (!quote || speech.test(sentence)));
  return fit.toSorted((left, right) => right.weight - left.weight)[0] ?? null;
}

function withFollowers(sentences: string[], at: number, code: string): string[] {
  const { needs } = phrasesFor(code);
  let start = at;
  // “…”, says she: whoever she is comes along.
  while (start > 0 && start > at - mostFollowers && pointsBack(sentences[start] ?? "", needs)) start--;
  const taken = sentences.slice(start, at + 1);
  for (const next of sentences.slice(at + 1, at + 1 + mostFollowers)) {
    const goesOn =
      needs.test(plainOf(next)) ||
      refers.test(plainOf(next)) ||
      (speech.test(taken.at(-1) ?? "") && /^["“„]/.test(next));
    if (!goesOn) break;
    taken.push(next);
  }
  return taken;
}

function pointsBack(sentence: string, needs: RegExp): boolean {
  const outside = plainOf(sentence).replace(/["“„«].*?["”“»]/g, "");
  return needs.test(plainOf(sentence)) || /\b(?:he|she|they|er|sie|ihr|ihm)\b/i.test(outside);
}

/** The heading over a block; null before the first. */
function sectionAt({ blocks }: Manuscript, block: number): string | null {
  return blocks.slice(0, block).findLast(isHeading) ?? null;
}

function bringForward(manuscript: Manuscript, heading: string): void {
  const { blocks } = manuscript;
  const start = blocks.indexOf(heading);
  const first = blocks.findIndex(isHeading);
  if (start <= first) return;
  const next = blocks.findIndex((block, index) => index > start && isHeading(block));
  const section = blocks.slice(start, next < 0 ? blocks.length : next);
  const rest = blocks.toSpliced(start, section.length);
  manuscript.blocks = rest.toSpliced(first, 0, ...section);
}

/** Into the opening paragraph; before it, where somebody speaks. */
function placeFirst(manuscript: Manuscript, text: string, cited: string): void {
  const [opening] = manuscript.blocks;
  const joins =
    opening !== undefined &&
    !isHeading(opening) &&
    !isList(opening) &&
    !opening.startsWith("|") &&
    opening.endsWith(cited) &&
    !speech.test(text) &&
    !speech.test(opening);
  if (joins) manuscript.blocks[0] = `${text} ${opening}`;
  else manuscript.blocks.unshift(`${text} ${cited}`.trim());
}

function fromMaterial(
  manuscript: Manuscript,
  what: string,
  wanted: string[],
  quote: boolean,
  units: Unit[],
): string | null {
  const fit = units.filter(
    ({ text, stems, kind, speaker }) =>
      kind === "sentence" && coverage(wanted, stems) >= 0.6 && (!quote || speaker !== null || speech.test(text)),
  );
  const best = wanted.length > 0 ? fit.toSorted((left, right) => right.score - left.score)[0] : undefined;
  if (!best)
    return `Neither the text nor the material has ${quote ? "a quotation" : "anything"} about “${what}” to open with.`;
  const context = {
    code: manuscript.code,
    tone: "professional",
    phrases: phrasesFor(manuscript.code),
    voices: { named: new Set<string>(), turns: 0 },
  };
  manuscript.blocks.unshift(...renderUnits([best], context));
  return null;
}

/** Without the citation, which the paragraph gets, and without the mark of a list. */
function plainEnd(sentence: string): string {
  const bare = sentence.replace(citation, "").replace(/^\s*(?:[-*]|\d+\.)\s+/, "");
  return /[.!?…]["”“»]?$/.test(bare) ? bare : `${bare}.`;
}
