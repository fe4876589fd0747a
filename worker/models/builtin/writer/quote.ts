import type { Phrases } from "./phrases.ts";
import { shortName } from "./speakers.ts";
import type { Unit } from "./unit.ts";
import { opensPlainly } from "./voice.ts";

/** Who has been named so far, and how often each way of quoting was used: a text that repeats itself tires. */
export type Voices = { named: Set<string>; turns: number };

/**
 * One answer, as a newspaper would print it: what was said stands in quotation marks with its speaker, word for word;
 * sentences that speak of no "I" and no "we" may be reported instead.
 */
export function renderSpeech(units: Unit[], voices: Voices, phrases: Phrases, opensSection: boolean): string {
  const [first] = units;
  if (!first) return "";
  const speaker = first.speaker ?? "";
  const name = nameOf(speaker, voices, phrases);
  const impersonal = units.findIndex(({ text }) => phrases.personal.test(text));
  const reported = impersonal === -1 ? units.length : impersonal;
  if (opensSection && phrases.accordingTo && reported > 0 && opensPlainly(first.text) && first.leaning === "stands") {
    const [opening, ...more] = units.slice(0, reported).map(({ text }) => text);
    const prose = [phrases.accordingTo(name) + small(opening ?? ""), ...more].join(" ");
    const said = units.slice(reported).map(({ text }) => text);
    return said.length > 0 ? `${prose} ${attributed(said, nameOf(speaker, voices, phrases), phrases, 0)}` : prose;
  }
  const said = units.map(({ text }) => text);
  // At the head of a section the question is its heading.
  if (first.question && !opensSection) {
    return `${phrases.asked(first.question.replace(/"/g, "'"), name)} ${quoted(said.join(" "), phrases)}`;
  }
  const turn = voices.turns++;
  // Nobody can "add" to a heading.
  return attributed(said, name, phrases, opensSection ? turn % 2 : turn % 3);
}

function attributed(said: string[], name: string, phrases: Phrases, variant: number): string {
  const [first = "", ...rest] = said;
  const verb = variant === 1 ? phrases.explains : phrases.says;
  if (variant === 2 && said.length > 1) return `${phrases.adds(name)} ${quoted(said.join(" "), phrases)}`;
  const [open, close] = phrases.quotes;
  const ending = /[!?…]$/.test(first) ? first : first.replace(/\.$/, "");
  // English puts the comma inside the quotation, German outside.
  const opening =
    open === "“"
      ? `${open}${inner(ending)}${ending === first && /[!?…]$/.test(first) ? "" : ","}${close} ${verb(name)}.`
      : `${open}${inner(ending)}${close}, ${verb(name)}.`;
  return rest.length > 0 ? `${opening} ${quoted(rest.join(" "), phrases)}` : opening;
}

function quoted(text: string, phrases: Phrases): string {
  return `${phrases.quotes[0]}${inner(text)}${phrases.quotes[1]}`;
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Quotations within a quotation take single marks. */
function inner(text: string): string {
  return text.replace(/[“”„"]([^“”„"]*)[“”"]/g, "‘$1’").replace(/"/g, "");
}

function nameOf(speaker: string, voices: Voices, phrases: Phrases): string {
  if (!speaker) return phrases.theInterviewee;
  if (voices.named.has(speaker)) return shortName(speaker);
  voices.named.add(speaker);
  return speaker;
}
