import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { titleFrom } from "#task-types/title-from.ts";

export const difficulties = ["easy", "medium", "hard"] as const;
export type Difficulty = (typeof difficulties)[number];

export const questionTypes = ["multiple_choice", "true_false", "short_answer", "fill_in_the_blank"] as const;
export type QuestionType = (typeof questionTypes)[number];

export const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  type: z.enum(questionTypes),
  /** Empty where the answer is written, not chosen. */
  options: z.array(z.string()),
  /** One of the options, word for word, where there are any. */
  correct_answer: z.string(),
  explanation: z.string(),
  difficulty: z.enum(difficulties),
  points: z.int().min(1),
});
export type Question = z.output<typeof questionSchema>;

export const quizSchema = z.object({
  id: z.string(),
  title: z.string(),
  questions: z.array(questionSchema).min(1),
  total_points: z.int(),
  estimated_time_minutes: z.int().min(1),
});

/** How many questions a quiz has that does not say. */
export const usualQuestions: Record<Difficulty, number> = { easy: 5, medium: 10, hard: 15 };

export const quiz = defineTaskType({
  name: "quiz",
  label: "Quiz",
  description: "Questions that the given story answers, with explanations that quote it, and a page to take them on.",
  request: z.strictObject({
    story_prompt: z
      .string()
      .trim()
      .min(1)
      .max(200_000)
      .meta({ title: "Story", description: "The text that the questions are about; it answers every one of them." }),
    difficulty: z.enum(difficulties).meta({ title: "Difficulty" }),
    num_questions: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .meta({ title: "Questions", description: "5, 10 or 15 by difficulty when left out." }),
    question_types: z.array(z.enum(questionTypes)).min(1).optional().meta({
      title: "Kinds of question",
      description: "Multiple choice and true or false when left out; the others only to reach the number.",
    }),
  }),
  result: z.object({
    quiz: quizSchema,
    /** The page on which it can be taken. */
    quiz_url: z.string(),
    /** The quiz as a JSON file. */
    quiz_json_url: z.string(),
    embed_code: z.string(),
    quality_score: z.number().min(1).max(10),
    qa_feedback: z.array(findingSchema),
  }),
  phases: [
    { name: "research", label: "Reading the story", model: "text", builtin: "quizmaster" },
    { name: "creative", label: "Writing questions", model: "text", builtin: "quizmaster" },
    { name: "qa", label: "Checking each question", model: "text", builtin: "quizmaster" },
    { name: "format", label: "Putting the quiz together", model: null },
  ],
  workload: ({ request: { num_questions, difficulty } }) => ({
    creative: { words: 70 * (num_questions ?? { easy: 5, medium: 10, hard: 15 }[difficulty]) },
  }),
  blocks: {
    list: "quiz.questions",
    words: ["question", "options", "explanation"],
    noun: ["question", "questions"],
    from: ["creative"],
    keeps: [],
    derived: [
      ...["quiz.total_points", "quiz.estimated_time_minutes", "quiz_json_url"],
      ...["quality_score", "qa_feedback"],
    ],
  },
  requiresApproval: false,
  attempts: 2,
  timeoutMinutes: 10,
  title: (request) => titleFrom(request.story_prompt),
  example: {
    story_prompt:
      "Once upon a time in ancient Greece, a young mathematician named Pythagoras discovered a fundamental theorem about right triangles that would revolutionize geometry forever. He was born on the island of Samos around 570 BC. In Croton, a Greek city in southern Italy, he founded a school whose pupils studied numbers, music and the stars. They swore to keep his teachings secret.",
    difficulty: "medium",
    num_questions: 10,
  },
});
