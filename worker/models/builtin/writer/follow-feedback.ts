import { contentStems, coverage } from "#task-types/text/words.ts";
import { readDirectives } from "./directives.ts";

export type ListedFact = { text: string; theme: string };

/** What feedback means for a text that is made of listed facts. */
export type Wishes = {
  facts: ListedFact[];
  /** Of the usual length. */
  scale: number;
  tone: string | null;
  title: string | null;
  /** Words that take the place of others. */
  replaced: (text: string) => string;
  /** What could not be done, one sentence each. */
  shortcomings: string[];
};

/** A fact is about something when it holds this share of its words. */
const about = 0.6;

/** Reads feedback as far as rules can: length, tone, title, words to replace, things to add from the material or to leave out. */
export function followFeedback(facts: ListedFact[], feedback: string | null | undefined, code: string): Wishes {
  const wishes: Wishes = { facts, scale: 1, tone: null, title: null, replaced: (text) => text, shortcomings: [] };
  for (const directive of readDirectives(feedback ?? "")) {
    if (directive.kind === "shorter") wishes.scale *= 0.6;
    else if (directive.kind === "longer") wishes.scale *= 1.6;
    else if (directive.kind === "tone") wishes.tone = directive.tone;
    else if (directive.kind === "title") wishes.title = directive.text;
    else if (directive.kind === "replace" || directive.kind === "rename") {
      const before = wishes.replaced;
      wishes.replaced = (text) => before(text).replaceAll(directive.from, directive.to);
    } else if (directive.kind === "add" || directive.kind === "remove") {
      const isAbout = ({ text }: ListedFact) =>
        coverage(contentStems(directive.what, code), new Set(contentStems(text, code))) >= about;
      const found = wishes.facts.filter(isAbout);
      const others = wishes.facts.filter((fact) => !isAbout(fact));
      if (found.length === 0)
        wishes.shortcomings.push(
          `The material says nothing about “${directive.what}”, so it could not be ${directive.kind === "add" ? "added" : "left out"}.`,
        );
      else wishes.facts = directive.kind === "add" ? [...found, ...others] : others;
    } else if (directive.kind === "unknown")
      wishes.shortcomings.push(`builtin/writer could not follow the feedback “${directive.text}”.`);
    else wishes.shortcomings.push(`builtin/writer could not follow the wish for ${directive.kind}.`);
  }
  return wishes;
}
