import { countWords } from "#task-types/text/words.ts";
import type { Phrases } from "./phrases.ts";
import { renderSpeech, type Voices } from "./quote.ts";
import type { Unit } from "./unit.ts";
import { asSentence, inTone, isClause, withoutConnective } from "./voice.ts";

export type RenderContext = { code: string; tone: string; phrases: Phrases; voices: Voices };

const longParagraph = 105;
const shortParagraph = 28;

/** The blocks of a section in Markdown: paragraphs, lists and tables, each with the numbers of its sources. */
export function renderUnits(units: Unit[], context: RenderContext): string[] {
  const blocks: string[] = [];
  const proseOfPoints: Unit[] = [];
  const fragments: Unit[] = [];
  for (const unit of units) {
    if (unit.kind !== "item") continue;
    (isClause(unit.text, context.code) ? proseOfPoints : fragments).push(unit);
  }
  // One stray fragment among sentences, or one sentence among fragments, goes with the others.
  const asList = fragments.length > 1 || (fragments.length === 1 && proseOfPoints.length === 0);
  const inProse = new Set(fragments.length > proseOfPoints.length * 2 ? [] : proseOfPoints);
  const inList = asList ? units.filter((unit) => unit.kind === "item" && !inProse.has(unit)) : [];
  const rest = units.filter((unit) => !inList.includes(unit));
  for (const group of paragraphs(rest, context)) blocks.push(group);
  if (inList.length > 0) blocks.push(renderList(inList, context));
  return blocks;
}

function paragraphs(units: Unit[], context: RenderContext): string[] {
  const blocks: string[] = [];
  let open: Unit[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(renderParagraph(open, context, blocks.length === 0));
    open = [];
  };
  for (const unit of units) {
    if (unit.kind === "table") {
      close();
      blocks.push(unit.text);
      continue;
    }
    const last = open.at(-1);
    if (last && breaksBetween(last, unit, open)) close();
    open.push(unit);
  }
  close();
  return blocks;
}

function breaksBetween(last: Unit, unit: Unit, open: Unit[]): boolean {
  const words = open.reduce((sum, each) => sum + each.words, 0);
  if (last.speaker !== unit.speaker || (unit.speaker !== null && last.passage !== unit.passage)) return true;
  if (unit.leaning === "needs") return false;
  if (words + unit.words > longParagraph) return true;
  if (last.passage === unit.passage) return false;
  // Points of a list are passages of one sentence each; together they make a paragraph.
  return words >= (unit.kind === "item" ? 70 : shortParagraph) || last.source !== unit.source;
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
  return units
    .map((unit, index) => {
      const label = /^([^.:]{1,40}):\s+(.+)$/.exec(unit.text);
      const text = label ? `**${capital(label[1] ?? "")}:** ${label[2]}` : capital(unit.text);
      const lastOfSource = sources.length > 1 || index === units.length - 1;
      const toned = inTone(text, context.tone, context.code);
      return `- ${lastOfSource ? cite(toned, [unit.source]) : toned}`;
    })
    .join("\n");
}

/** Puts `[1]` behind a text, before its full stop's space. */
export function cite(text: string, sources: number[]): string {
  return text ? `${text} ${sources.map((number) => `[${number}]`).join("")}` : "";
}

export function wordsOfBlocks(blocks: string[]): number {
  return blocks.reduce((sum, block) => sum + countWords(block.replace(/\[\d+\]/g, "")), 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
