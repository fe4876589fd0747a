import type { ArticleInput } from "./input.ts";
import { phrasesFor } from "./phrases.ts";
import { wordsIn } from "./select-units.ts";
import type { Unit } from "./unit.ts";
import { isClause } from "./voice.ts";

const introduces =
  /^(summary|overview|introduction|intro|abstract|at a glance|zusammenfassung|überblick|einleitung|kurzfassung)\b/i;
const refers = /\b(?:it|they|them|he|she|him|their|its|his|hers?|er|sie|ihn|ihm|ihnen|ihre?[rnms]?|dessen|deren)\b/i;
const quotes = /["“„«].{20,}["”“»]/;
const defines = /^[^,]{3,50}\s(?:is|are|means|ist|sind|bedeutet)\s(?:an?|the|ein|eine|der|die|das)\s/;
/** Shorter material opens with its first section. */
const leastMaterial = 90;
const peopleFirst = new Set(["narrative", "thought-leadership"]);

/** What opens the article: the sentences that say best what it is about. The sections get the rest. */
export function chooseLead(units: Unit[], input: ArticleInput, code: string): Unit[] {
  const words = wordsIn(units);
  if (words < leastMaterial) return [];
  const firstQuestion = units.findIndex(({ question }) => question !== null);
  if (firstQuestion >= 0) {
    const preamble = units
      .slice(0, firstQuestion)
      .filter(({ speaker, kind }) => speaker === null && kind === "sentence");
    return preamble.length > 0 ? preamble.slice(0, 4) : endOfAnAnswer(units);
  }
  const summary = units.filter(({ heading }) => heading !== null && introduces.test(heading));
  if (summary.length > 0 && wordsIn(summary) < 100) return summary;
  const budget = Math.min(70, Math.min(words, input.targetLength) * 0.17);
  const said = peopleFirst.has(input.style) || input.tone === "inspirational" ? quotation(units) : [];
  const opening = bestOpening(units, input, code, budget);
  return said.some((unit) => opening.includes(unit)) ? opening : [...said, ...opening];
}

/** The sentence with the most weight that needs nothing before it, with those that follow from it. */
function bestOpening(units: Unit[], input: ArticleInput, code: string, budget: number): Unit[] {
  const firstPassage = units[0]?.passage;
  const hasHeadings = units.some(({ heading }) => heading !== null);
  const inSection = new Map<string | null, number>();
  for (const { heading } of units) inSection.set(heading, (inSection.get(heading) ?? 0) + 1);
  const candidates = units
    .flatMap((unit, index) => {
      const { leaning, words, question, kind, text } = unit;
      const isFit = kind !== "table" && leaning === "stands" && words >= 8 && words <= 42 && !question;
      if (!isFit || /^["“„«]/.test(text)) return [];
      const lead = withFollowers(units, index, budget);
      const tears = units[index - 1]?.passage === unit.passage && kind === "sentence" ? 1.2 : 0;
      const first = hasHeadings ? 0.8 : 2.2;
      const place = unit.passage === firstPassage && unit.position < 0.3 ? first : unit.position < 0.25 ? 0.4 : 0;
      // A section that gives its words to the opening must have some left.
      const empties = hasHeadings && (inSection.get(unit.heading) ?? 0) - lead.length < 2 ? 4 : 0;
      const torn = isWhole(lead, units[index + lead.length]) ? 0 : 1.5;
      return [
        { lead, unit, weight: unit.score + place + plainness(unit, input, hasHeadings) - empties - tears - torn },
      ];
    })
    .sort((left, right) => right.weight - left.weight);
  return candidates.find(({ unit }) => unit.kind === "sentence" || isClause(unit.text, code))?.lead ?? [];
}

/** Technical texts open with what something is, and with figures. */
function plainness({ text }: Unit, { style }: ArticleInput, hasHeadings: boolean): number {
  if (style === "technical") return (/\d/.test(text) ? 0.5 : 0) + (defines.test(text) ? 1 : 0);
  return hasHeadings && defines.test(text) ? 1.5 : 0;
}

function withFollowers(units: Unit[], start: number, budget: number): Unit[] {
  const lead = units.slice(start, start + 1);
  const [unit] = lead;
  for (let index = start + 1; index < units.length; index++) {
    const next = units[index];
    const follows = next && next.kind === unit?.kind && next.passage === unit.passage && next.speaker === unit.speaker;
    const most = next?.leaning === "needs" ? budget * 1.5 : budget;
    if (!follows || wordsIn(lead) + next.words > most) break;
    lead.push(next);
  }
  return lead;
}

/** Whether what stays behind can be read without what is taken away. */
function isWhole(lead: Unit[], next: Unit | undefined): boolean {
  if (!next || next.passage !== lead.at(-1)?.passage) return true;
  return next.leaning === "stands" && !refers.test(next.text.replace(/["“„«].*?["”“»]/g, ""));
}

/** A quotation with its speaker that can be taken out of its paragraph: people first. */
function quotation(units: Unit[]): Unit[] {
  const found = units
    .filter(
      (unit, index) =>
        unit.kind === "sentence" &&
        unit.words >= 10 &&
        unit.words <= 48 &&
        unit.leaning === "stands" &&
        quotes.test(unit.text) &&
        !refers.test(unit.text.replace(/["“„«].*?["”“»]/g, "")) &&
        isWhole([unit], units[index + 1]),
    )
    .toSorted((left, right) => right.score - left.score)[0];
  return found ? [found] : [];
}

const pointsBack =
  /\b(?:it|they|them|he|she|their|its|that|this|these|those|there|here|er|sie|es|das|dies|dort|da|davon|so)\b/i;

/** Of an interview, the weightiest sentences that end an answer: nothing is torn from its question. */
function endOfAnAnswer(units: Unit[]): Unit[] {
  const ends = units.flatMap((unit, index) => {
    const next = units[index + 1];
    if (!unit.speaker || (next && next.question === null)) return [];
    const start = units.slice(0, index + 1).findLastIndex(({ question }) => question !== null);
    return [1, 2, 3].flatMap((count) => {
      const from = index + 1 - count;
      const lead = units.slice(from, index + 1);
      const [first] = lead;
      const opening = first?.text.split(/\s+/).slice(0, 7).join(" ") ?? "";
      const isFit = first && first.leaning === "stands" && !pointsBack.test(opening) && from - start >= 2;
      return isFit && wordsIn(lead) >= 14 && wordsIn(lead) <= 75 ? [lead] : [];
    });
  });
  const weight = (lead: Unit[]) => lead.reduce((sum, { score }) => sum + score, 0) / lead.length + wordsIn(lead) / 40;
  return ends.toSorted((left, right) => weight(right) - weight(left))[0] ?? startOfAnAnswer(units);
}

/** The first words of the first answer, whose question then stands over the rest of it. */
function startOfAnAnswer(units: Unit[]): Unit[] {
  const at = units.findIndex(
    ({ question, text }) => question !== null && !pointsBack.test(text.split(/\s+/).slice(0, 7).join(" ")),
  );
  const [first, second, next] = units.slice(at, at + 3);
  if (at < 0 || !first || !next || next.question !== null) return first ? [first] : [];
  const lead =
    first.words < 20 && second?.question === null && second.passage === first.passage ? [first, second] : [first];
  return lead;
}

const concludes =
  /^(advice|decisions?|conclusions?|next steps?|outlook|lessons?|results?|fazit|ausblick|entscheidung|beschluss|rat|ergebnis)\s*:/i;

/** Of notes without headings, the points that are labelled as their end; their labels are its heading. */
export function chooseClose(units: Unit[], code: string): { heading: string; units: Unit[] } | null {
  if (units.some(({ heading, question }) => heading !== null || question !== null)) return null;
  const points = units.filter(({ kind, position, text }) => kind === "item" && position > 0.5 && concludes.test(text));
  if (points.length === 0) return null;
  const labels = [...new Set(points.map(({ text }) => text.slice(0, text.indexOf(":")).toLowerCase()))].slice(0, 3);
  const heading = labels.join(` ${phrasesFor(code).and} `);
  return { heading: heading.charAt(0).toUpperCase() + heading.slice(1), units: points };
}
