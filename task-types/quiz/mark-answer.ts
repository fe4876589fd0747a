import type { QuestionType } from "./schema.ts";

/** What a question's taker is told once they have answered. */
export type AnswerKey = { correct_answer: string; explanation: string };

/** Chosen options are compared as they are; written answers without case, accents' coding, articles and punctuation. */
export function isRight(type: QuestionType, answer: string, { correct_answer }: AnswerKey): boolean {
  if (type === "multiple_choice" || type === "true_false") return answer === correct_answer;
  return plain(answer) !== "" && plain(answer) === plain(correct_answer);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s.,]/gu, " ")
    .replace(/(?<!\p{N})[.,]|[.,](?!\p{N})/gu, " ")
    .replace(/^\s*(?:the|an?)\s+/u, "")
    .replace(/\s+/g, " ")
    .trim();
}
