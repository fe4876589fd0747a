import * as z from "zod";

const kinds = z.enum(["multiple_choice", "true_false", "short_answer", "fill_in_the_blank"]);

/** What every job of the quiz gets. */
export const quizInputSchema = z.object({
  story: z.string(),
  language: z.string().default("English"),
  difficulty: z.enum(["easy", "medium", "hard"]).default("medium"),
  count: z.int().min(1).default(5),
  types: z.array(kinds).default(["multiple_choice", "true_false"]),
  /** Whether other kinds may be used to reach the number. */
  mayFill: z.boolean().default(true),
  /** Questions of the quiz before that a reviewer did not want. */
  avoid: z.array(z.object({ evidence: z.string(), correct_answer: z.string() })).default([]),
  feedback: z.string().nullish(),
  /** For questions that replace others: what they are to be about, as a reviewer says it. */
  about: z.string().nullish(),
});
export type QuizInput = z.output<typeof quizInputSchema>;

const writtenQuestionSchema = z.object({
  question: z.string(),
  type: kinds,
  options: z.array(z.string()),
  correct_answer: z.string(),
  /** The sentence of the story that holds the answer, word for word. */
  evidence: z.string(),
});
export type WrittenQuestion = z.output<typeof writtenQuestionSchema>;

export const reviewInputSchema = quizInputSchema.extend({ questions: z.array(writtenQuestionSchema) });
