import { extractKeywords } from "#task-types/text/keywords.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { askInWords, blank, quoted, withGap } from "./ask.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { nameCategory, type Story, shuffle, wrongAnswers } from "./distractors.ts";
import { type Fact, readFacts } from "./facts.ts";
import type { QuizInput, WrittenQuestion } from "./input.ts";
import { type QuizPhrases, quizPhrases } from "./phrases.ts";
import { siblingsOf } from "./wordnet.ts";

/** A statement can be asked about in many ways, but a quiz of one sentence tires. */
const mostPerFact = 8;
/** As many statements are read closely even for a short quiz: they lend one another their wrong answers. */
const leastFacts = 60;

type Material = { story: Story; phrases: QuizPhrases; facts: Fact[]; byFact: Map<number, Candidate[]> };

/** Questions that the story answers, as many as were asked for or as it gives. */
export function writeQuiz(
  input: QuizInput,
  code: string,
): { title: string; questions: WrittenQuestion[]; isNamed: boolean } {
  const material = study(input, code);
  const { facts, phrases } = material;
  if (facts.length === 0)
    return {
      title: phrases.title(subjectOf(input.story, code)),
      questions: askSubject(input, phrases),
      isNamed: false,
    };
  const { nearest, isNamed } = nearestFirst(facts, input.about ?? "", code);
  const byFact = nearest.map((fact, index) => ({ fact, questions: questionsAbout(fact, index, input, material) }));
  const questions = inRounds(
    byFact.map((each) => withoutAvoided(each, input.avoid)),
    input.count,
    isNamed ? (items, wanted) => items.slice(0, wanted) : spread,
  );
  const kinds = input.mayFill ? (["fill_in_the_blank", "short_answer"] as const) : [];
  const spare = kinds.flatMap((kind) => byFact.map(({ fact }) => ({ fact, questions: written(kind, fact, material) })));
  const filled = [
    ...questions,
    ...inRounds(
      spare.map((each) => without(each, questions)),
      input.count - questions.length,
    ),
  ];
  return { title: phrases.title(subjectOf(input.story, code)), questions: filled, isNamed };
}

function study({ story, difficulty, count }: QuizInput, code: string): Material {
  const all = readFacts(story, code);
  // Reading every sentence of a book for ten questions would take minutes.
  const facts = spread(all, Math.max(leastFacts, count * 2));
  const byFact = new Map(facts.map((fact) => [fact.id, findCandidates(fact, code)]));
  const candidates = [...byFact.values()].flat();
  const sentences = facts.map(({ text }) => ({ text, stems: new Set(contentStems(text, code)) }));
  return {
    story: { code, sentences, candidates, near: difficulty === "hard" },
    phrases: quizPhrases(code),
    facts,
    byFact,
  };
}

/** In turns, so that neighbouring questions differ in kind. */
function questionsAbout(fact: Fact, index: number, input: QuizInput, material: Material): WrittenQuestion[] {
  const wanted = (kind: WrittenQuestion["type"]) => input.types.includes(kind);
  const choices = wanted("multiple_choice") ? choose(fact, material) : [];
  const statements = wanted("true_false") ? judge(fact, index, material) : [];
  const others = (["fill_in_the_blank", "short_answer"] as const).flatMap((kind) =>
    wanted(kind) ? written(kind, fact, material) : [],
  );
  const [first, second] = index % 3 === 2 ? [statements, choices] : [choices, statements];
  return interleave([first, second, others]).slice(0, mostPerFact);
}

function choose(fact: Fact, { byFact, story, phrases }: Material): WrittenQuestion[] {
  return (byFact.get(fact.id) ?? []).flatMap((candidate) => {
    const wrong = wrongAnswers(candidate, story);
    if (wrong.length < 3) return [];
    return {
      question: askInWords(candidate, story.code) ?? withGap(candidate, phrases),
      type: "multiple_choice" as const,
      options: shuffle([candidate.answer, ...wrong], fact.text + candidate.answer),
      correct_answer: candidate.answer,
      evidence: fact.text,
    };
  });
}

/** The statement as it stands, and with one part of it changed; which comes first differs from fact to fact. */
function judge(fact: Fact, index: number, { byFact, story, phrases }: Material): WrittenQuestion[] {
  const options = [phrases.yes, phrases.no];
  const ask = (statement: string, answer: string): WrittenQuestion => ({
    question: `${phrases.trueOrFalse} ${quoted(fact.context ? `${fact.context} ${statement}` : statement, phrases)}`,
    type: "true_false",
    options,
    correct_answer: answer,
    evidence: fact.text,
  });
  const falsehoods = (byFact.get(fact.id) ?? []).slice(0, 3).flatMap((candidate) => {
    const [wrong] = wrongAnswers(candidate, story, 3).slice(-1);
    if (!wrong || candidate.kind === "word") return [];
    return ask(replaced(candidate, wrong), phrases.no);
  });
  const truth = ask(fact.text, phrases.yes);
  const [first, ...more] = falsehoods;
  if (!first) return [truth];
  return index % 2 === 0 ? [first, truth, ...more.slice(0, 1)] : [truth, first];
}

function replaced({ fact, start, end }: Candidate, wrong: string): string {
  const article = /^[aeiou]/i.test(wrong) ? "an" : "a";
  const before = fact.text
    .slice(0, start)
    .replace(/\ban? $/i, (given) => (/^A/.test(given) ? `A${article.slice(1)} ` : `${article} `));
  return before + wrong + fact.text.slice(end);
}

function written(
  kind: "fill_in_the_blank" | "short_answer",
  fact: Fact,
  { byFact, story, phrases }: Material,
): WrittenQuestion[] {
  return (byFact.get(fact.id) ?? []).flatMap((candidate) => {
    const inWords = kind === "short_answer" ? askInWords(candidate, story.code) : null;
    if (kind === "short_answer" && !inWords) return [];
    const gap = `${fact.text.slice(0, candidate.start)}${blank}${fact.text.slice(candidate.end)}`;
    const sentence = quoted(fact.context ? `${fact.context} ${gap}` : gap, phrases);
    return {
      question: inWords ? `${phrases.write} ${inWords}` : `${phrases.fillIn} ${sentence}`,
      type: kind,
      options: [],
      correct_answer: candidate.answer,
      evidence: fact.text,
    };
  });
}

/** First one question about each fact, then the second ones, and so on: a short quiz still covers the story. */
function inRounds(
  byFact: { questions: WrittenQuestion[] }[],
  count: number,
  pick: (items: WrittenQuestion[], wanted: number) => WrittenQuestion[] = spread,
): WrittenQuestion[] {
  const picked: WrittenQuestion[] = [];
  const most = Math.max(0, ...byFact.map(({ questions }) => questions.length));
  for (let round = 0; round < most && picked.length < count; round++) {
    const inRound = byFact.flatMap(({ questions }) => questions[round] ?? []);
    picked.push(...pick(inRound, count - picked.length));
  }
  return picked;
}

/** The statements that share most words with what is asked for, first; in their own order where none shares any. */
function nearestFirst(facts: Fact[], about: string, code: string): { nearest: Fact[]; isNamed: boolean } {
  const wanted = contentStems(about, code);
  const near = new Map(facts.map((fact) => [fact, coverage(wanted, new Set(contentStems(fact.text, code)))]));
  const nearest = facts.toSorted((left, right) => (near.get(right) ?? 0) - (near.get(left) ?? 0));
  return { nearest, isNamed: wanted.length > 0 && [...near.values()].some((share) => share > 0) };
}

/** Evenly from the whole list, where it is longer than what is wanted. */
function spread<Item>(items: Item[], wanted: number): Item[] {
  if (items.length <= wanted) return items;
  return Array.from({ length: wanted }, (_, index) => items[Math.floor((index * items.length) / wanted)] as Item);
}

/** A reviewer did not want these: neither the question nor another one for the same answer from the same sentence. */
function withoutAvoided({ questions }: { questions: WrittenQuestion[] }, avoid: QuizInput["avoid"]) {
  return {
    questions: questions.filter(
      ({ evidence, correct_answer }) =>
        !avoid.some((each) => each.evidence === evidence && each.correct_answer === correct_answer),
    ),
  };
}

function without({ fact, questions }: { fact: Fact; questions: WrittenQuestion[] }, asked: WrittenQuestion[]) {
  const known = asked.filter(({ evidence }) => evidence === fact.text).map(({ correct_answer }) => correct_answer);
  return { questions: questions.filter(({ correct_answer }) => !known.includes(correct_answer)) };
}

function interleave<Item>(lists: Item[][]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((items) => items.slice(index, index + 1))).flat();
}

/** A heading of the story, or what it turns around. */
function subjectOf(story: string, code: string): string {
  const heading = /^\s*#{1,3}\s+(.+)$/m.exec(story)?.[1]?.trim();
  if (heading) return heading;
  const opening = { id: 0, text: story.replace(/\s+/g, " ").slice(0, 600), context: null };
  const names = findCandidates(opening, code).filter(({ kind }) => kind === "name");
  const chosen = names.filter((name) => nameCategory(name) === "person").map(({ answer }) => answer);
  const words = chosen.length > 0 ? chosen : extractKeywords(story, code, 2);
  const subject = [...new Set(words)].slice(0, 2).join(", ") || opening.text.split(" ").slice(0, 8).join(" ");
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

/** A prompt that states nothing still says what it is about; nothing else can be asked honestly. */
function askSubject({ story, types }: QuizInput, phrases: QuizPhrases): WrittenQuestion[] {
  const text = story.trim().replace(/\s+/g, " ");
  const answer =
    text
      .replace(/^.*\b(?:about|on|über|sur|sobre|su)\s+/i, "")
      .replace(/[.!?]+$/, "")
      .slice(0, 120) || text;
  const known = new Set(contentStems(text, "en"));
  const others = siblingsOf(answer.toLowerCase()).filter(
    (word) => !contentStems(word, "en").some((stem) => known.has(stem)),
  );
  const asks = { question: phrases.subject, correct_answer: answer, evidence: text };
  if (others.length < 3 || !types.includes("multiple_choice")) {
    return [{ ...asks, question: `${phrases.write} ${phrases.subject}`, type: "short_answer", options: [] }];
  }
  const options = shuffle([answer, ...others.slice(0, 3)], answer);
  return [{ ...asks, type: "multiple_choice", options }];
}
