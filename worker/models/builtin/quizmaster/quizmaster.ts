import { languageCode } from "#task-types/text/language.ts";
import { defineTextModel } from "../define-text-model.ts";
import { readFacts } from "./facts.ts";
import { quizInputSchema, reviewInputSchema } from "./input.ts";
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
    const understood = !parsed.feedback || parsed.avoid.length > 0;
    const shortcomings = understood
      ? []
      : [
          "builtin/quizmaster follows feedback only where it names questions by number; this feedback was left for a person.",
        ];
    return { ...writeQuiz(parsed, languageCode(parsed.language)), shortcomings };
  },
  "quiz.review": (input) => ({ faults: reviewQuestions(reviewInputSchema.parse(input).questions) }),
});
