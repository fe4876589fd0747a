import * as z from "zod";
import type { Issue } from "#lib/errors.ts";
import { questionSchema } from "./schema.ts";

const draftSchema = z.array(
  questionSchema.pick({ id: true, question: true, type: true, options: true, correct_answer: true }),
);

/** Why a quiz that a person edited could not be taken; paths begin at `questions`. */
export function quizFaults(questions: unknown): Issue[] {
  const read = draftSchema.safeParse(questions);
  if (!read.success) return [];
  const ids = read.data.map(({ id }) => id);
  return read.data.flatMap((question, index) => {
    const at = (field: string) => `questions.${index}.${field}`;
    const { options, correct_answer: answer, type } = question;
    const chosen = type === "multiple_choice" || type === "true_false";
    return [
      ...when(ids.indexOf(question.id) !== index, at("id"), "is another question's too"),
      ...when(question.question.trim() === "", at("question"), "must not be empty"),
      ...when(chosen && options.length < 2, at("options"), "must have at least two answers"),
      ...when(type === "true_false" && options.length > 2, at("options"), "must have two answers"),
      ...when(!chosen && options.length > 0, at("options"), "must be empty: this answer is written, not chosen"),
      ...when(
        options.some((option) => option.trim() === ""),
        at("options"),
        "must not have an empty answer",
      ),
      ...when(new Set(options).size < options.length, at("options"), "must not have the same answer twice"),
      ...when(answer.trim() === "", at("correct_answer"), chosen ? "must be chosen" : "must not be empty"),
      ...when(
        chosen && answer.trim() !== "" && !options.includes(answer),
        at("correct_answer"),
        "must be one of the answers",
      ),
    ];
  });
}

function when(fault: boolean, path: string, message: string): Issue[] {
  return fault ? [{ path, message }] : [];
}
