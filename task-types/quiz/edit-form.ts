import type { JsonObject } from "#lib/contract/json.ts";
import type { EditForm } from "../edit-form.ts";
import { quizFaults } from "./quiz-faults.ts";
import { difficulties, questionTypes } from "./schema.ts";

const typeLabels: Record<(typeof questionTypes)[number], string> = {
  multiple_choice: "Multiple choice",
  true_false: "True or false",
  short_answer: "Short answer",
  fill_in_the_blank: "Fill in the blank",
};

export const quizForm: EditForm = {
  fields: [
    {
      kind: "group",
      name: "quiz",
      label: "Quiz",
      fields: [
        { kind: "line", name: "title", label: "Title" },
        { kind: "number", name: "estimated_time_minutes", label: "Minutes it takes", least: 1 },
        {
          kind: "items",
          name: "questions",
          label: "Questions",
          itemLabel: (_, index) => `Question ${index + 1}`,
          fields: [
            { kind: "lines", name: "question", label: "Question" },
            {
              kind: "choice",
              name: "type",
              label: "Kind",
              options: questionTypes.map((value) => ({ value, label: typeLabels[value] })),
            },
            {
              kind: "choice",
              name: "difficulty",
              label: "Difficulty",
              options: difficulties.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) })),
            },
            { kind: "number", name: "points", label: "Points", least: 1 },
            { kind: "options", name: "options", label: "Answers", answer: "correct_answer" },
            { kind: "lines", name: "explanation", label: "Explanation" },
          ],
          blank: blankQuestion,
        },
      ],
    },
  ],
  check: ({ quiz }) =>
    quizFaults((quiz as JsonObject).questions).map((fault) => ({ ...fault, path: `quiz.${fault.path}` })),
};

function blankQuestion(questions: readonly JsonObject[]): JsonObject {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`q_${number}`)) number += 1;
  const wording = { question: "", type: "multiple_choice", options: ["", ""], correct_answer: "", explanation: "" };
  return { id: `q_${number}`, ...wording, difficulty: questions.at(-1)?.difficulty ?? "medium", points: 1 };
}
