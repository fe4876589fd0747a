import type { ArticleInput } from "./input.ts";
import { phrasesFor } from "./phrases.ts";
import { withAntecedents, wordsIn } from "./select-units.ts";
import type { Theme, Unit } from "./unit.ts";
import { isClause } from "./voice.ts";

const concludes =
  /^(advice|decision|conclusion|next steps?|outlook|lessons?|result|fazit|ausblick|entscheidung|rat|ergebnis)\b/i;
const introduces =
  /^(summary|overview|introduction|intro|abstract|at a glance|zusammenfassung|überblick|einleitung|kurzfassung)\b/i;

/** What opens and what closes the article; the sections get the rest, so that nothing is said twice. */
export type Frame = { lead: Unit[]; close: Unit[] };

export function chooseFrame(units: Unit[], themes: Theme[], input: ArticleInput, code: string): Frame {
  const words = wordsIn(units);
  if (words < 90) return { lead: [], close: [] };
  // What stands above an interview says who speaks; the answers stay whole.
  const firstQuestion = units.findIndex(({ question }) => question !== null);
  if (firstQuestion >= 0) {
    const preamble = units
      .slice(0, firstQuestion)
      .filter(({ speaker, kind }) => speaker === null && kind === "sentence");
    return { lead: preamble, close: [] };
  }
  const [first] = themes;
  const hasHeadings =
    units.some(({ heading }) => heading !== null) && first?.units.some(({ heading }) => heading !== null);
  const summary = hasHeadings && introduces.test(first?.heading ?? "") ? (first?.units ?? []) : [];
  const budget = Math.min(70, Math.min(words, input.targetLength) * 0.16);
  const isShort = summary.length > 0 && wordsIn(summary) < 100;
  const lead = isShort ? summary : chooseLead(units, input, code, budget);
  // A text with headings of its own has an end of its own.
  if (hasHeadings) return { lead, close: [] };
  const taken = new Set(lead.map(({ id }) => id));
  const close = chooseClose(units, code, taken, Math.min(60, Math.min(words, input.targetLength) * 0.12));
  return { lead, close };
}

/** The sentence that says best what it is about and needs nothing before it, with what follows from it. */
function chooseLead(units: Unit[], input: ArticleInput, code: string, budget: number): Unit[] {
  const quotesFirst =
    input.style === "thought-leadership" || input.style === "narrative" || input.tone === "inspirational";
  const candidates = units.filter(
    (unit) => isSaid(unit, code) && unit.leaning === "stands" && unit.words >= 8 && unit.words <= 42 && !unit.question,
  );
  const weigh = (unit: Unit) => {
    const place = unit.position < 0.08 ? 1.5 : unit.position < 0.25 ? 0.5 : 0;
    return unit.score + place + (unit.speaker ? (quotesFirst ? 0.6 : -0.4) : 0);
  };
  const first = candidates.toSorted((left, right) => weigh(right) - weigh(left))[0];
  if (!first) return [];
  const lead = [first];
  for (const next of units.slice(units.indexOf(first) + 1)) {
    const follows = next.id === (lead.at(-1)?.id ?? 0) + 1 && next.passage === first.passage;
    if (!follows || (next.leaning !== "needs" && wordsIn(lead) + next.words > budget)) break;
    lead.push(next);
  }
  return lead;
}

/** A sentence from the end of the material that looks ahead or rounds off; none when there is no such one. */
function chooseClose(units: Unit[], code: string, taken: ReadonlySet<number>, budget: number): Unit[] {
  const { forward } = phrasesFor(code);
  const candidates = units.filter(
    (unit) =>
      (isSaid(unit, code) || (unit.kind === "item" && concludes.test(unit.text))) &&
      !taken.has(unit.id) &&
      unit.leaning !== "needs" &&
      unit.words >= 6 &&
      unit.words <= 40,
  );
  const weigh = (unit: Unit) =>
    unit.score + (forward.test(unit.text) ? 1.6 : 0) + unit.position * 3 + (concludes.test(unit.text) ? 4 : 0);
  const best = candidates
    .filter(
      ({ position, text }) =>
        position > 0.75 || (position > 0.5 && concludes.test(text)) || (position > 0.5 && forward.test(text)),
    )
    .toSorted((left, right) => weigh(right) - weigh(left))[0];
  if (!best) return [];
  const close = withAntecedents(best, units).filter(({ id }) => !taken.has(id));
  for (const next of units.slice(units.indexOf(best) + 1)) {
    const follows =
      next.id === (close.at(-1)?.id ?? 0) + 1 && next.passage === best.passage && next.kind === "sentence";
    if (!follows || (next.leaning !== "needs" && wordsIn(close) + next.words > budget)) break;
    close.push(next);
  }
  return close;
}

/** A sentence, or a point of a list that could be one. */
function isSaid(unit: Unit, code: string): boolean {
  return unit.kind === "sentence" || (unit.kind === "item" && isClause(unit.text, code));
}

export function looksAhead(units: Unit[], code: string): boolean {
  return units.some(({ text }) => phrasesFor(code).forward.test(text));
}
