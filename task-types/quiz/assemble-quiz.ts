import type * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import type { WrittenQuiz } from "./questions.ts";
import type { Difficulty, QuestionType, quizSchema } from "./schema.ts";

const pointsByDifficulty: Record<Difficulty, number> = { easy: 1, medium: 2, hard: 3 };
/** Judging takes less than choosing, and choosing less than writing. */
const secondsByType: Record<QuestionType, number> = {
  true_false: 20,
  multiple_choice: 40,
  fill_in_the_blank: 45,
  short_answer: 60,
};

/** Numbers the questions, gives points and time, and lets each explanation quote the story. */
export function assembleQuiz(
  taskId: string,
  { title, questions }: WrittenQuiz,
  difficulty: Difficulty,
  language: string,
): z.output<typeof quizSchema> {
  const seconds = questions.reduce((sum, { type }) => sum + secondsByType[type], 0);
  const points = pointsByDifficulty[difficulty];
  return {
    id: `quiz_${taskId}`,
    title,
    questions: questions.map(({ question, type, options, correct_answer, evidence }, index) => ({
      ...{ id: `q_${index + 1}`, question, type, options, correct_answer },
      ...{ explanation: explain(evidence, languageCode(language)), difficulty, points },
    })),
    total_points: points * questions.length,
    estimated_time_minutes: Math.max(1, Math.ceil(seconds / 60)),
  };
}

const says: Record<string, (quote: string) => string> = {
  de: (quote) => `Im Text steht: „${quote}“`,
  fr: (quote) => `Le texte dit : « ${quote} »`,
  es: (quote) => `El texto dice: «${quote}»`,
  it: (quote) => `Il testo dice: «${quote}»`,
};

function explain(evidence: string, code: string): string {
  return says[code]?.(evidence) ?? `The story says: “${evidence}”`;
}

/** The story's sentence in an explanation that was made here. */
export function quoteOf(explanation: string): string {
  return /[“„«]\s?(.+?)\s?[”“»]$/su.exec(explanation)?.[1] ?? "";
}
