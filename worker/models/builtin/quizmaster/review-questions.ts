import { wordsOf } from "#task-types/text/words.ts";
import type { WrittenQuestion } from "./input.ts";

/** By place in the list, from 0: what a careful reader would object to. */
export function reviewQuestions(questions: WrittenQuestion[]): { index: number; fault: string }[] {
  return questions.flatMap((question, index) => {
    const evidence = wordSet(question.evidence);
    const alsoRight = question.options.filter(
      (option) =>
        question.type === "multiple_choice" &&
        option !== question.correct_answer &&
        wordsOf(option).every((word) => evidence.has(word.toLowerCase())),
    );
    return alsoRight.length > 0
      ? [{ index, fault: `the option "${alsoRight[0]}" stands in the same sentence and could be right too` }]
      : [];
  });
}

function wordSet(text: string): Set<string> {
  return new Set(wordsOf(text).map((word) => word.toLowerCase()));
}
