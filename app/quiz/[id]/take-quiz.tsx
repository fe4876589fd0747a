"use client";
import { callApi } from "#lib/api-client.ts";
import type { AnswerKey } from "#task-types/quiz/mark-answer.ts";
import { QuizPlayer } from "#task-types/quiz/quiz-player.tsx";
import type { OpenQuestion } from "#task-types/quiz/use-quiz.ts";

export function TakeQuiz({ id, questions }: { id: string; questions: readonly OpenQuestion[] }) {
  const findKey = (question: string) =>
    callApi<AnswerKey>(`/quiz/${encodeURIComponent(id)}/answers/${encodeURIComponent(question)}`);
  return <QuizPlayer questions={questions} findKey={findKey} wholePage />;
}
