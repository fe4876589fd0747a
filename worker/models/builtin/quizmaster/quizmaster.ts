import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { readFacts } from "./facts.ts";
import { type QuizInput, quizInputSchema, reviewInputSchema } from "./input.ts";
import { reviewQuestions } from "./review-questions.ts";
import { writeQuiz } from "./write-quiz.ts";

/** Makes questions from a story's own statements; wrong answers come from the story, from rules and from WordNet. */
export const quizmaster = defineTextModel("quizmaster", {
  "quiz.facts": (input) => {
    const { story, language } = quizInputSchema.parse(input);
    return { facts: readFacts(story, languageCode(language)).map(({ text }) => text) };
  },
  "quiz.write": (input) => {
    const parsed = quizInputSchema.parse(input);
    const { isNamed, ...written } = writeQuiz(parsed, languageCode(parsed.language));
    return { ...written, shortcomings: shortcomingsOf(parsed, isNamed) };
  },
  "quiz.review": (input) => ({ faults: reviewQuestions(reviewInputSchema.parse(input).questions) }),
});

/** @param isNamed whether the story speaks of what the feedback names */
function shortcomingsOf({ feedback, about, avoid }: QuizInput, isNamed: boolean): string[] {
  if (about)
    return isNamed
      ? []
      : [
          `builtin/quizmaster chose another question; the story says nothing of what the feedback names: “${about.slice(0, 200)}”.`,
        ];
  if (!feedback || avoid.length > 0) return [];
  return [
    "builtin/quizmaster follows feedback only where it names questions by number; this feedback was left for a person.",
  ];
}
