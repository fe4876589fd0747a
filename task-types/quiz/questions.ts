import * as z from "zod";
import { questionTypes } from "./schema.ts";

/** A question as a model writes it: its evidence is the sentence of the story that answers it. */
const writtenQuestionSchema = z.object({
  question: z.string().min(5),
  type: z.enum(questionTypes),
  options: z.array(z.string()),
  correct_answer: z.string().min(1),
  evidence: z.string(),
});
export type WrittenQuestion = z.output<typeof writtenQuestionSchema>;

export const writtenQuizSchema = z.object({
  title: z.string().min(1),
  questions: z.array(writtenQuestionSchema),
  shortcomings: z.array(z.string()).default([]),
});
export type WrittenQuiz = z.output<typeof writtenQuizSchema>;

/**
 * Why a question cannot stay; null when nothing speaks against it.
 * @param said the story as `plain` gives it
 */
function faultOf(question: WrittenQuestion, said: string): string | null {
  const { type, options, correct_answer, evidence } = question;
  const distinct = new Set(options.map(plain));
  if (
    /\b(lorem ipsum|placeholder|todo|option [a-d]|tbd)\b|\[.*insert.*\]/i.test(
      [question.question, ...options].join(" "),
    )
  ) {
    return "holds a placeholder";
  }
  if (!said.includes(plain(evidence)) || plain(evidence).length < 3)
    return "quotes something that the story does not say";
  if (type === "multiple_choice" && options.length !== 4) return `has ${options.length} options instead of four`;
  if (type === "true_false" && options.length !== 2) return "needs two options";
  if (options.length > 0 && distinct.size !== options.length) return "has the same option twice";
  if (options.length > 0 && !options.includes(correct_answer)) return "has no option that is the right answer";
  const written = type === "short_answer" || type === "fill_in_the_blank";
  if (written && options.length > 0) return "has options although its answer is written";
  if (type !== "true_false" && !said.includes(plain(correct_answer))) return "has an answer that is not in the story";
  if (type !== "true_false" && givesAway(question.question, correct_answer)) return "gives its own answer away";
  if (type === "multiple_choice" && options.some((option) => !sameSort(option, correct_answer)))
    return "has options of another kind than its answer";
  return null;
}

/** Short words such as "two" may well stand in a question that asks for something else. */
function givesAway(question: string, answer: string): boolean {
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return (answer.length > 3 || /\d/.test(answer)) && words(question).includes(words(answer));
}

/** A year stands beside years, a figure beside figures, words beside words. */
function sameSort(option: string, answer: string): boolean {
  if (/^\d{4}$/.test(answer)) return /^\d{3,4}$/.test(option);
  return /^\D?\d/.test(answer) ? /\d/.test(option) : !/^\d+$/.test(option);
}

/** Those that can stay, each once, and what was wrong with the others. */
export function siftQuestions(questions: WrittenQuestion[], story: string) {
  const kept: WrittenQuestion[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  const said = plain(story);
  for (const question of questions) {
    const fault = seen.has(plain(question.question)) ? "asks what another one asks" : faultOf(question, said);
    if (fault) faults.push(`"${question.question.slice(0, 80)}" ${fault}`);
    else kept.push(question);
    seen.add(plain(question.question));
  }
  return { kept, faults };
}

/** Without differences that a reader does not see. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„«»"']/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
