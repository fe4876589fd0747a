import { extractKeywords } from "#task-types/text/keywords.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { askInWords, blank, hasWord, spoken, withGap } from "./ask.ts";
import { type Candidate, findCandidates, nameKinds } from "./candidates.ts";
import { contraryOf } from "./contrast.ts";
import { wrongAnswers, wrongForStatement } from "./distractors.ts";
import { type Fact, readFacts, titleOf } from "./facts.ts";
import type { QuizInput, WrittenQuestion } from "./input.ts";
import { capitalsIn } from "./names.ts";
import { type QuizPhrases, quizPhrases } from "./phrases.ts";
import { type Story, shuffle } from "./proposals.ts";
import { siblingsOf } from "./wordnet.ts";

/**
 * A statement can be asked about in many ways, but a quiz of one sentence tires; so many of them with options, and so
 * many of each kind that only fills up.
 */
const mostPerFact = { questions: 4, choices: 3, written: 1 };
/** Where that does not make as many as are asked for. */
const mostOfFew = { questions: 8, choices: 6, written: 4 };
/** As many statements are read closely even for a short quiz: they lend one another their wrong answers. */
const leastFacts = 60;

type Material = {
  story: Story;
  phrases: QuizPhrases;
  facts: Fact[];
  byFact: Map<number, Candidate[]>;
  capitals: ReadonlySet<string>;
  /** How much may be asked about one fact. */
  most: typeof mostPerFact;
};

/** Questions that the story answers, as many as were asked for or as it gives. */
export function writeQuiz(
  input: QuizInput,
  code: string,
): { title: string; questions: WrittenQuestion[]; isNamed: boolean } {
  const material = study(input, code);
  const { facts, phrases } = material;
  const title = phrases.title(subjectOf(input.story, code, material.story.candidates));
  if (facts.length === 0)
    return {
      title,
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
  const spare = kinds.flatMap((kind) =>
    byFact.map(({ fact }) => ({ fact, questions: written(kind, fact, material).slice(0, material.most.written) })),
  );
  const filled = [
    ...questions,
    ...inRounds(
      spare.map((each) => without(each, questions)),
      input.count - questions.length,
    ),
  ];
  return { title, questions: balanced(filled, material, input.avoid), isNamed };
}

function study({ story, difficulty, count }: QuizInput, code: string): Material {
  const all = readFacts(story, code);
  // Reading every sentence of a book for ten questions would take minutes.
  const facts = spread(all, Math.max(leastFacts, count * 2));
  const capitals = capitalsIn(facts.map(({ text }) => text));
  const byFact = new Map(facts.map((fact) => [fact.id, findCandidates(fact, code, capitals)]));
  const candidates = [...byFact.values()].flat();
  const sentences = facts.map(({ text }) => ({ text, stems: new Set(contentStems(text, code)) }));
  return {
    story: { code, sentences, candidates, kinds: nameKinds(candidates, code), near: difficulty === "hard" },
    phrases: quizPhrases(code),
    ...{ facts, byFact, capitals },
    most: facts.length * mostPerFact.questions < count ? mostOfFew : mostPerFact,
  };
}

/** In turns, so that neighbouring questions differ in kind. */
function questionsAbout(fact: Fact, index: number, input: QuizInput, material: Material): WrittenQuestion[] {
  const wanted = (kind: WrittenQuestion["type"]) => input.types.includes(kind);
  const choices = wanted("multiple_choice") ? choose(fact, material) : [];
  const statements = wanted("true_false") ? judge(fact, material) : [];
  const others = (["fill_in_the_blank", "short_answer"] as const).flatMap((kind) =>
    wanted(kind) ? written(kind, fact, material) : [],
  );
  const [first, second] = index % 3 === 2 ? [statements, choices] : [choices, statements];
  return interleave([first, second, others]).slice(0, material.most.questions);
}

function choose(fact: Fact, { byFact, story, phrases, most }: Material): WrittenQuestion[] {
  const choices = (byFact.get(fact.id) ?? []).flatMap((candidate) => {
    const wrong = wrongAnswers(candidate, story);
    const question = askInWords(candidate, story.code, story.kinds) ?? withGap(candidate, phrases);
    // A sentence that holds its answer twice asks nothing.
    if (wrong.length < 3 || hasWord(question, candidate.answer)) return [];
    return {
      question,
      type: "multiple_choice" as const,
      options: arranged([candidate.answer, ...wrong], candidate),
      correct_answer: candidate.answer,
      evidence: fact.text,
    };
  });
  return choices.slice(0, most.choices);
}

/** Years and figures in their order, as people look for them; everything else mixed. */
function arranged(options: string[], { kind, fact, answer }: Candidate): string[] {
  const size = (option: string) => Number(option.replace(/[^\d]/g, ""));
  if (kind === "year" || kind === "figure") return options.toSorted((left, right) => size(left) - size(right));
  return shuffle(options, fact.text + answer);
}

/** The statement as it stands, or with one part of it changed: `balanced` decides between the two. */
function judge(fact: Fact, material: Material): WrittenQuestion[] {
  return [asTrue(fact, material)];
}

function asTrue(fact: Fact, material: Material): WrittenQuestion {
  return statement(fact, fact.text, material, true);
}

/** Null where nothing in it can be changed so that it is surely wrong and still makes sense. */
function asFalse(fact: Fact, material: Material): WrittenQuestion | null {
  for (const candidate of material.byFact.get(fact.id) ?? []) {
    const wrong = wrongForStatement(candidate, material.story);
    if (wrong) return statement(fact, replaced(candidate, wrong), material, false);
  }
  const contrary = material.story.code === "en" ? contraryOf(fact.text) : null;
  return contrary ? statement(fact, contrary, material, false) : null;
}

function statement(fact: Fact, text: string, { phrases }: Material, isTrue: boolean): WrittenQuestion {
  return {
    question: `${phrases.trueOrFalse} ${spoken(fact, text, phrases)}`,
    type: "true_false",
    options: [phrases.yes, phrases.no],
    correct_answer: isTrue ? phrases.yes : phrases.no,
    evidence: fact.text,
  };
}

/** Half of the statements are false, as far as they can be, in no order that could be guessed. */
function balanced(questions: WrittenQuestion[], material: Material, avoid: QuizInput["avoid"]): WrittenQuestion[] {
  const facts = new Map(material.facts.map((fact) => [fact.text, fact]));
  const turned = new Map<WrittenQuestion, WrittenQuestion>();
  const judged = questions.filter(({ type }) => type === "true_false");
  for (const question of shuffle(judged, material.facts[0]?.text ?? "")) {
    if (turned.size >= Math.ceil(judged.length / 2)) break;
    const fact = facts.get(question.evidence);
    const wrong = fact ? asFalse(fact, material) : null;
    const isUnwanted = avoid.some(
      (each) => each.evidence === wrong?.evidence && each.correct_answer === wrong.correct_answer,
    );
    if (wrong && !isUnwanted) turned.set(question, wrong);
  }
  return questions.map((question) => turned.get(question) ?? question);
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
    const inWords = kind === "short_answer" ? askInWords(candidate, story.code, story.kinds) : null;
    if (kind === "short_answer" && !inWords) return [];
    const gap = `${fact.text.slice(0, candidate.start)}${blank}${fact.text.slice(candidate.end)}`;
    const sentence = spoken(fact, gap, phrases);
    if (hasWord(inWords ?? sentence, candidate.answer)) return [];
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

/** The story's own title, its longest name that comes again, or what it turns around. */
function subjectOf(story: string, code: string, candidates: readonly Candidate[]): string {
  const title = titleOf(story, code);
  if (title) return title.slice(0, 120);
  const names = [...new Set(candidates.filter(({ kind }) => kind === "name").map(({ answer }) => answer))];
  const plain = ` ${story.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const [most] = names
    .map((name) => ({ name, count: plain.split(` ${name} `).length - 1 }))
    .filter(({ count }) => count > 1)
    .sort((left, right) => right.count * right.name.split(" ").length - left.count * left.name.split(" ").length);
  const opening = story.replace(/\s+/g, " ").trim().split(" ");
  const first = opening.length > 7 ? `${opening.slice(0, 7).join(" ")} …` : opening.join(" ");
  const subject = most?.name ?? extractKeywords(story, code, 1)[0] ?? first;
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
