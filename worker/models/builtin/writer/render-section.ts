import type { Phrases } from "./phrases.ts";
import { renderSpeech, type Voices } from "./quote.ts";
import { wordsIn } from "./select-units.ts";
import type { Unit } from "./unit.ts";
import { asSentence, inTone, isClause, withoutConnective } from "./voice.ts";

export type RenderContext = { code: string; tone: string; phrases: Phrases; voices: Voices };

const longParagraph = 115;
const shortParagraph = 28;

/** The blocks of a section in Markdown: paragraphs, lists and tables, each with the numbers of its sources. */
export function renderUnits(units: Unit[], context: RenderContext): string[] {
  const points = units.filter(({ kind }) => kind === "item");
  const firstFragment = points.findIndex(
    ({ text, passage }, index) => points[index - 1]?.passage !== passage && !isClause(text, context.code),
  );
  // Points keep their order: sentences up to the first that is none, and from there on a list.
  const listed = firstFragment < 0 ? [] : points.slice(firstFragment);
  const inList = new Set(listed.length === 1 ? points : listed);
  const blocks = paragraphs(
    units.filter((unit) => !inList.has(unit)),
    context,
  );
  if (inList.size > 0) blocks.push(renderList([...inList], context));
  return blocks;
}

function paragraphs(units: Unit[], context: RenderContext): string[] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && belongs(unit, last, group)) group.push(unit);
    else groups.push([unit]);
  }
  const blocks: string[] = [];
  for (const group of groups.flatMap(divide)) {
    const [first] = group;
    blocks.push(first?.kind === "table" ? first.text : renderParagraph(group, context, blocks.length === 0));
  }
  return blocks;
}

/** The material's paragraphs stay; one of a single short sentence goes with the next. */
function belongs(unit: Unit, last: Unit, group: Unit[]): boolean {
  if (unit.kind === "table" || last.kind === "table" || last.speaker !== unit.speaker) return false;
  if (last.passage === unit.passage || unit.speaker !== null) return last.passage === unit.passage;
  if (unit.leaning === "needs") return true;
  if (last.source !== unit.source) return false;
  // Points of a list are passages of one sentence each; together they make a paragraph.
  return wordsIn(group) < (unit.kind === "item" ? 55 : shortParagraph);
}

/** A long paragraph in parts of similar length, cut before sentences that stand by themselves. */
function divide(units: Unit[]): Unit[][] {
  const total = wordsIn(units);
  if (total <= longParagraph || units[0]?.speaker) return [units];
  const ideal = total / Math.ceil(total / 85);
  const parts: Unit[][] = [[]];
  for (const [index, unit] of units.entries()) {
    const open = parts.at(-1) ?? [];
    const isFull = wordsIn(open) + unit.words / 2 > ideal && wordsIn(units.slice(index)) >= shortParagraph;
    if (isFull && unit.leaning === "stands") parts.push([unit]);
    else open.push(unit);
  }
  return parts;
}

function renderParagraph(units: Unit[], context: RenderContext, opensSection: boolean): string {
  const [first] = units;
  if (first?.speaker !== null && first?.speaker !== undefined) {
    return cite(renderSpeech(units, context.voices, context.phrases, opensSection), [first.source]);
  }
  const sentences = units.map((unit, index) => {
    const follows = units[index - 1]?.id === unit.id - 1;
    const bare =
      unit.leaning === "connects" && !follows ? withoutConnective(unit.text, context.phrases.connects) : unit.text;
    return inTone(asSentence(bare), context.tone, context.code);
  });
  return units
    .map((unit, index) => {
      const sentence = sentences[index] ?? "";
      return units[index + 1]?.source === unit.source ? sentence : cite(sentence, [unit.source]);
    })
    .join(" ");
}

function renderList(units: Unit[], context: RenderContext): string {
  const sources = [...new Set(units.map(({ source }) => source))];
  // Several sentences of one point stay one point.
  const points = units.filter(
    (unit, index) => units[index - 1]?.passage !== unit.passage || units[index - 1]?.id !== unit.id - 1,
  );
  return points
    .map((point, index) => {
      const next = points[index + 1];
      const own = units.slice(units.indexOf(point), next ? units.indexOf(next) : undefined);
      const unit = { ...point, text: own.map(({ text }) => text).join(" ") };
      const label = /^([^.:]{1,40}):\s+(.+)$/.exec(unit.text);
      const text = label ? `**${capital(label[1] ?? "")}:** ${label[2]}` : capital(unit.text);
      const lastOfSource = sources.length > 1 || index === points.length - 1;
      const toned = inTone(text, context.tone, context.code);
      return `- ${lastOfSource ? cite(toned, [unit.source]) : toned}`;
    })
    .join("\n");
}

/** Puts `[1]` behind a text, before its full stop's space. */
function cite(text: string, sources: number[]): string {
  return text ? `${text} ${sources.map((number) => `[${number}]`).join("")}` : "";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
