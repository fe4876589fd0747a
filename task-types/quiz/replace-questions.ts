import type * as z from "zod";
import { feedbackOn } from "#task-types/blocks/feedback-on.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { assembleQuiz, quoteOf } from "./assemble-quiz.ts";
import { plain, siftQuestions, type WrittenQuestion, type WrittenQuiz } from "./questions.ts";
import { type Question, type QuestionType, questionTypes, type quiz, quizSchema } from "./schema.ts";

type Run = Pick<
  PhaseRun<z.output<typeof quiz.request>>,
  "blocks" | "previous" | "feedback" | "taskId" | "request" | "common" | "warn"
>;
type Quiz = z.output<typeof quizSchema>;

/** What takes part in a round for some questions: these places, and no question that the quiz has. */
export type Replacement = { count: number; types: QuestionType[]; avoid: WrittenQuestion[]; about: string | null };

/** The quiz of the revision before, as people may have edited it. */
export function quizBefore({ previous }: Pick<Run, "previous">): Quiz {
  return quizSchema.parse(previous?.result.quiz);
}

/** Questions in the form in which a model writes them. */
export function writtenBefore(run: Pick<Run, "previous">): WrittenQuestion[] {
  return quizBefore(run).questions.map(asWritten);
}

/** What is wanted in place of the questions at `places`: of their kinds, unless the feedback names another. */
export function replacementFor(run: Run, places: readonly number[]): Replacement {
  const before = writtenBefore(run);
  const asked = places.flatMap((place) => before[place]?.question ?? []);
  const all = asked.map((question) => [question]);
  const wishes = all.flatMap((question) => feedbackOn(run.feedback ?? "", question, all).split("\n"));
  const about = [...new Set(wishes)].join("\n");
  const named = questionTypes.filter((type) => kindWords[type].test(about));
  const own = places.flatMap((place) => before[place]?.type ?? []);
  return {
    count: places.length,
    types: named.length > 0 ? named : [...new Set(own)],
    avoid: before,
    about: about || null,
  };
}

/** Puts new questions into their places, each where its kind was, as far as there are any. */
export function putInPlace(
  questions: readonly WrittenQuestion[],
  places: readonly number[],
  found: readonly WrittenQuestion[],
): WrittenQuestion[] {
  const spare = [...found];
  const put = [...questions];
  for (const sameKind of [true, false]) {
    for (const place of places) {
      if (put[place] !== questions[place]) continue;
      const at = spare.findIndex(({ type }) => !sameKind || type === questions[place]?.type);
      const [next] = at < 0 ? [] : spare.splice(at, 1);
      if (next) put[place] = next;
    }
  }
  return put;
}

/** Those of the new questions that can stay beside the ones that stay. */
export function siftReplacements(run: Run, found: WrittenQuestion[], story: string) {
  const places = new Set(run.blocks);
  const staying = new Set(
    writtenBefore(run).flatMap(({ question }, place) => (places.has(place) ? [] : plain(question))),
  );
  const { kept, faults } = siftQuestions(found, story);
  const [fresh, again] = [
    kept.filter(({ question }) => !staying.has(plain(question))),
    kept.filter(({ question }) => staying.has(plain(question))),
  ];
  const asked = again.map(({ question }) => `"${question.slice(0, 80)}" asks what another one asks`);
  return { kept: fresh, faults: [...faults, ...asked] };
}

/** The quiz before with its new questions; points and time are counted again, all else stays as it was. */
export function withReplaced(run: Run, written: WrittenQuiz): Quiz {
  const before = quizBefore(run);
  const made = assembleQuiz(run.taskId, written, run.request.difficulty, run.common.language);
  const questions = before.questions.map((question, place): Question => {
    const next = made.questions[place];
    const isNew = run.blocks?.includes(place) && !same(written.questions[place], asWritten(question));
    return isNew && next ? { ...next, id: question.id } : question;
  });
  const total_points = questions.reduce((sum, { points }) => sum + points, 0);
  return { ...before, questions, total_points, estimated_time_minutes: made.estimated_time_minutes };
}

export function warnOfKept(run: Run, written: readonly WrittenQuestion[]): void {
  const before = writtenBefore(run);
  for (const place of run.blocks ?? []) {
    if (!same(written[place], before[place])) continue;
    run.warn(`Question ${place + 1} stayed as it was: the story gave no other question to put in its place.`);
  }
}

function same(left: WrittenQuestion | undefined, right: WrittenQuestion | undefined): boolean {
  return left?.question === right?.question && left?.correct_answer === right?.correct_answer;
}

function asWritten({ question, type, options, correct_answer, explanation }: Question): WrittenQuestion {
  return { question, type, options, correct_answer, evidence: quoteOf(explanation) };
}

const kindWords: Record<QuestionType, RegExp> = {
  multiple_choice: /multiple.?choice|options/i,
  true_false: /true.{0,5}false|wahr.{0,6}falsch/i,
  short_answer: /short.?answer|in (?:their|his|her|your) own words/i,
  fill_in_the_blank: /fill.{0,8}(?:blank|gap)|gap|lücke/i,
};
