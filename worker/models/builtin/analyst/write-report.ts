import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";

export const marketInputSchema = z.object({
  topic: z.string(),
  competitors: z.array(z.string()).default([]),
  region: z.string().nullish(),
  questions: z.array(z.string()).default([]),
  language: z.string().default("English"),
  feedback: z.string().nullish(),
  facts: z.array(z.object({ text: z.string(), theme: z.string(), source: z.int() })).default([]),
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

const swotCues = {
  strengths:
    /\b(lead\w*|strong\w*|best|award\w*|loyal|trusted|reliable|fast(er|est)?|record|success\w*|popular|free|durable|exclusive|profit\w*|largest|guarantee\w*)\b/i,
  weaknesses:
    /\b(lack\w*|weak\w*|expensive|slow\w*|complain\w*|fail\w*|loss(es)?|limited|no longer|shortage|delay\w*|problem\w*|broke\w*|costly|recall\w*|cannot|heavy)\b/i,
  opportunities:
    /\b(grow(s|ing|th)?|demand|plan(s|ned|ning)?|expand\w*|subsid\w*|new (market|customers|law|lanes?)|increas\w*|rising|double\w*|forecast\w*|will open|interest in|opportunit\w*|fund(s|ing)?)\b/i,
  threats:
    /\b(compet\w*|regulat\w*|tax(es)?|declin\w*|risk\w*|threat\w*|ban(s|ned)?|tariff\w*|fall(s|ing)?|fell|shrink\w*|cheaper|rival\w*|inflation|uncertain\w*)\b/i,
};

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
    .filter(({ theme, text }) => countWords(text) <= 45 && !themes.has(theme) && themes.add(theme))
    .slice(0, 5);
  return facts.filter((fact) => chosen.includes(fact)).flatMap((fact) => cited(fact) ?? []);
}

function weigh({ text }: Fact, wanted: string[], code: string): number {
  return coverage(wanted, new Set(contentStems(text, code))) + (/\d/.test(text) ? 0.3 : 0);
}

/** The sentence that shares most with the question; none that shares too little. Names decide nothing by themselves. */
function answerTo(question: string, facts: readonly Fact[], names: readonly string[], code: string): Fact | null {
  const ignored = new Set(names.flatMap((name) => contentStems(name, code)));
  const asked = [...contentStems(question, code), ...cuesFor(question)].filter((stem) => !ignored.has(stem));
  const wantsFigure = /\b(how (much|many|far|long|large|big|fast|often|old)|what .*cost|price)\b/i.test(question);
  const ranked = facts
    .map((fact) => {
      const stems = new Set([...contentStems(fact.text, code), ...unitCues(fact.text)]);
      const shared = asked.filter((stem) => stems.has(stem)).length;
      const hasCue = asked.some((stem) => stem.startsWith("#") && stems.has(stem));
      return {
        fact,
        shared,
        hasCue,
        score: shared + (wantsFigure && /\d/.test(fact.text) ? 0.5 : wantsFigure ? -1 : 0),
      };
    })
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (!best || best.score < 1) return null;
  // Half of a question's words is not enough, but for a figure in the unit that was asked for.
  return best.hasCue || best.shared > asked.length / 2 ? best.fact : null;
}

/** What a question word asks for, as marks that a sentence with the answer carries. */
function cuesFor(question: string): string[] {
  const cues: [RegExp, string][] = [
    [/\b(cost|price|pay|expensive|how much)\b/i, "#money"],
    [/\b(how far|range|distance)\b/i, "#distance"],
    [/\b(how (much )?load|carry|capacity|weigh)\b/i, "#weight"],
    [/\b(how long|battery life|duration)\b/i, "#time"],
    [/\b(how fast|grow|growth|share)\b/i, "#share"],
  ];
  return cues.flatMap(([pattern, mark]) => (pattern.test(question) ? [mark] : []));
}

function unitCues(text: string): string[] {
  const units: [RegExp, string][] = [
    [/([$€£]\s?\d|\d[\d.,]*\s?(kroner|euros?|dollars?|pounds|EUR|USD|DKK|GBP|kr)\b)/i, "#money"],
    [/\d[\d.,]*\s?(km|kilomet\w+|miles?|met(re|er)s)\b/i, "#distance"],
    [/\d[\d.,]*\s?(kg|kilograms?|kilos?|tonnes?|litres?)\b/i, "#weight"],
    [/\d[\d.,]*\s?(hours?|minutes?|days?|months?|years?)\b/i, "#time"],
    [/\d[\d.,]*\s?(%|per ?cent)/i, "#share"],
  ];
  return units.flatMap(([pattern, mark]) => (pattern.test(text) ? [mark] : []));
}

function cellFor(
  name: string,
  column: string,
  index: number,
  { questions, facts, competitors }: MarketInput,
  code: string,
): Fact | null {
  const own = facts.filter(({ text }) => text.toLowerCase().includes(name.toLowerCase()));
  if (questions.length > 0) return answerTo(column, own, competitors, code);
  const withFigures = own.filter(({ text }) => /\d/.test(text));
  return index === 0 ? (own.find((fact) => !withFigures.includes(fact)) ?? own[0] ?? null) : (withFigures[0] ?? null);
}

function swotOf(facts: readonly Fact[], code: string) {
  const used = new Set<string>();
  const take = (pattern: RegExp): Cited[] =>
    code === "en"
      ? facts
          .filter(({ text }) => pattern.test(text) && !used.has(text) && used.add(text))
          .slice(0, 5)
          .flatMap((fact) => cited(fact) ?? [])
      : [];
  const { weaknesses, threats, opportunities, strengths } = swotCues;
  // Bad news is told in plainer words than good news, so it is looked for first.
  const found = {
    weaknesses: take(weaknesses),
    threats: take(threats),
    opportunities: take(opportunities),
    strengths: take(strengths),
  };
  return {
    strengths: found.strengths,
    weaknesses: found.weaknesses,
    opportunities: found.opportunities,
    threats: found.threats,
  };
}

function cited(fact: Fact | null): Cited | null {
  return fact ? { text: fact.text, citation: fact.source } : null;
}
