import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { contentStems, countWords, coverage, stem } from "#task-types/text/words.ts";
import { isNews } from "../writer/choose-facts.ts";
import { swotCuesFor } from "./swot-cues.ts";

export const marketInputSchema = z.object({
  topic: z.string(),
  competitors: z.array(z.string()).default([]),
  region: z.string().nullish(),
  questions: z.array(z.string()).default([]),
  language: z.string().default("English"),
  feedback: z.string().nullish(),
  facts: z.array(z.object({ text: z.string(), theme: z.string(), source: z.int() })).default([]),
  /** What the sources are called: a price list of Velorum speaks of Velorum. */
  sources: z.array(z.object({ number: z.int(), title: z.string() })).default([]),
});
type MarketInput = z.output<typeof marketInputSchema>;
type Fact = MarketInput["facts"][number];
type Cited = { text: string; citation: number };

/** What a report on any market has to answer, where nobody asked. */
const usualQuestions = (topic: string) => [
  `How large is the market for ${topic}, and how fast does it grow?`,
  "Who buys, and what do they decide by?",
  "Who offers, at which prices and on which terms?",
  "Which rules and technical changes will matter within two years?",
  "What do buyers complain about?",
];

/** A report whose every statement is a sentence of a source, under its number; what no source says stays empty. */
export function writeReport(input: MarketInput) {
  const { topic, competitors, facts } = input;
  const code = languageCode(input.language);
  const questions = input.questions.length > 0 ? input.questions : usualQuestions(topic);
  const columns = input.questions.length > 0 ? input.questions : ["What the sources say", "Figures"];
  const answers = questions.map((question) => ({
    question,
    answer: cited(answerTo(question, facts, competitors, code)),
  }));
  const rows = competitors.map((name) => ({
    name,
    cells: columns.map((column, index) => cited(cellFor(name, column, index, input, code))),
  }));
  return {
    summary: summarise(input, code),
    // Questions that nobody asked and no source answers would only fill the report.
    answers:
      facts.length > 0 && input.questions.length === 0 ? answers.filter(({ answer }) => answer !== null) : answers,
    comparison: { columns, rows },
    swot: swotOf(facts, code),
    shortcomings: input.feedback
      ? ["builtin/analyst sets out what sources say and cannot follow feedback in words."]
      : [],
    working_draft: facts.length === 0,
  };
}

/** Near the topic first; one from each theme before a second of any. */
function summarise({ topic, facts }: MarketInput, code: string): Cited[] {
  const wanted = contentStems(topic, code);
  const ranked = facts.toSorted((left, right) => weigh(right, wanted, code) - weigh(left, wanted, code));
  const themes = new Set<string>();
  const chosen = ranked
    .filter(({ text }) => countWords(text) <= 45 && isNews(text, code))
    .filter(({ theme }) => !themes.has(theme) && themes.add(theme))
    .slice(0, 5);
  return facts.filter((fact) => chosen.includes(fact)).flatMap((fact) => cited(fact) ?? []);
}

function weigh({ text }: Fact, wanted: string[], code: string): number {
  return coverage(wanted, new Set(contentStems(text, code))) + (/\d/.test(text) ? 0.3 : 0);
}

/** The sentence that shares most with the question; none that shares too little. Names decide nothing by themselves. */
function answerTo(question: string, facts: readonly Fact[], names: readonly string[], code: string): Fact | null {
  const ignored = new Set(names.flatMap((name) => contentStems(name, code)));
  const asked = [...contentStems(question, code), ...cuesFor(question, code)].filter((stem) => !ignored.has(stem));
  const wantsFigure =
    /\b(how (much|many|far|long|large|big|fast|often|old)|what .*(cost|pay)|price|was kostet|wie (viel|viele|weit|lange|groß|schnell|hoch|oft)|cuánt[oa]s?|qué .*cuesta)/i.test(
      question,
    );
  const ranked = facts
    .map((fact) => {
      const stems = new Set([...contentStems(fact.text, code), ...unitCues(fact.text, code)]);
      const shared = asked.filter((stem) => stems.has(stem)).length;
      const hasCue = asked.some((stem) => stem.startsWith("#") && stems.has(stem));
      return {
        fact,
        shared,
        hasCue,
        // Of two answers the one that can be read by itself.
        score:
          shared +
          (isNews(fact.text, code) ? 0.4 : 0) +
          (wantsFigure && /\d/.test(fact.text) ? 0.5 : wantsFigure ? -1 : 0),
      };
    })
    // Half of a question's words is not enough, but for a figure in the unit that was asked for.
    .filter(({ score, hasCue, shared }) => shared >= 1 && score >= 1 && (hasCue || shared > asked.length / 2))
    .sort((left, right) => right.score - left.score);
  return ranked[0]?.fact ?? null;
}

/** What a question word asks for, as marks that a sentence with the answer carries. */
function cuesFor(question: string, code: string): string[] {
  const cues: [RegExp, string][] = [
    [/\b(cost|price|pay|expensive|how much|kost|preis|teuer|cuesta|precio|paga)/i, "#money"],
    [/\b(how far|range|distance)\b/i, "#distance"],
    [/\b(how (much )?load|carry|capacity|weigh)\b/i, "#weight"],
    [/\b(how long|battery life|duration)\b/i, "#time"],
    [/\b(how fast|grow|growth|share)\b/i, "#share"],
  ];
  const counted = /\b(?:how many|wie viele|cuánt[oa]s)\s+(\p{L}+)/iu.exec(question)?.[1];
  return [
    ...cues.flatMap(([pattern, mark]) => (pattern.test(question) ? [mark] : [])),
    ...(counted ? [`#${stem(counted, code)}`] : []),
  ];
}

function unitCues(text: string, code: string): string[] {
  const units: [RegExp, string][] = [
    [/([$€£]\s?\d|\d[\d.,]*\s?(kroner|euros?|dollars?|pounds|cents?|EUR|USD|DKK|NOK|GBP|CHF|kr)\b)/i, "#money"],
    [/\d[\d.,]*\s?(km|kilomet\w+|miles?|met(re|er)s)\b/i, "#distance"],
    [/\d[\d.,]*\s?(kg|kilograms?|kilos?|tonnes?|litres?)\b/i, "#weight"],
    [/\d[\d.,]*\s?(hours?|minutes?|days?|months?|years?)\b/i, "#time"],
    [/\d[\d.,]*\s?(%|per ?cent)/i, "#share"],
  ];
  const counted = [...text.matchAll(/\d[\d.,]*\s+(\p{L}+)/gu)].map(([, noun = ""]) => `#${stem(noun, code)}`);
  return [...units.flatMap(([pattern, mark]) => (pattern.test(text) ? [mark] : [])), ...counted];
}

function cellFor(name: string, column: string, index: number, input: MarketInput, code: string): Fact | null {
  const { questions, competitors } = input;
  const own = factsAbout(name, input);
  if (questions.length > 0) return answerTo(column, own, competitors, code);
  const figure = own.find(({ text }) => /\d/.test(text)) ?? null;
  if (index > 0) return figure;
  return own.find(({ text }) => !/\d/.test(text)) ?? own.find((fact) => fact !== figure) ?? null;
}

/** What names it, and what its own publication says without naming another. */
function factsAbout(name: string, { facts, sources, competitors }: MarketInput): Fact[] {
  const named = (text: string) => competitors.filter((each) => text.toLowerCase().includes(each.toLowerCase()));
  const speakFor = new Set(
    sources.filter(({ title }) => named(title).length === 1 && named(title)[0] === name).map(({ number }) => number),
  );
  return facts.filter(({ text, source }) => {
    const those = named(text);
    return those.includes(name) || (those.length === 0 && speakFor.has(source));
  });
}

function swotOf(facts: readonly Fact[], code: string) {
  const used = new Set<string>();
  const cues = swotCuesFor(code);
  const take = (pattern: RegExp | undefined): Cited[] =>
    pattern
      ? facts
          .filter(({ text }) => isNews(text, code) && pattern.test(text) && !used.has(text) && used.add(text))
          .slice(0, 5)
          .flatMap((fact) => cited(fact) ?? [])
      : [];
  // Bad news is told in plainer words than good news, so it is looked for first.
  const weaknesses = take(cues?.weaknesses);
  const threats = take(cues?.threats);
  const opportunities = take(cues?.opportunities);
  return { strengths: take(cues?.strengths), weaknesses, opportunities, threats };
}

function cited(fact: Fact | null): Cited | null {
  return fact ? { text: fact.text, citation: fact.source } : null;
}
