"use client";
import { useState } from "react";
import { type AnswerKey, isRight } from "./mark-answer.ts";
import type { Question } from "./schema.ts";

export type OpenQuestion = Omit<Question, "correct_answer" | "explanation">;

export type Answered = { answer: string; key: AnswerKey; right: boolean };

/** One sitting: where the taker is, what they answered, what it is worth. */
export function useQuiz(
  questions: readonly OpenQuestion[],
  findKey: (questionId: string) => AnswerKey | Promise<AnswerKey>,
) {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<Record<string, Answered>>({});
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const question = questions[at] ?? null;

  async function answer(given: string) {
    if (!question || busy || answers[question.id] || given.trim() === "") return;
    setBusy(true);
    setFailed(false);
    try {
      const key = await findKey(question.id);
      const right = isRight(question.type, given, key);
      setAnswers((known) => ({ ...known, [question.id]: { answer: given, key, right } }));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  /** A written answer can be right in other words; its writer is trusted to say so. */
  function countAsRight() {
    if (!question) return;
    setAnswers((known) => {
      const own = known[question.id];
      return own ? { ...known, [question.id]: { ...own, right: true } } : known;
    });
  }
  function startAgain() {
    setAt(0);
    setAnswers({});
  }
  const points = questions.reduce((sum, each) => sum + (answers[each.id]?.right ? each.points : 0), 0);
  const answered = question ? (answers[question.id] ?? null) : null;
  const next = () => setAt((now) => now + 1);
  return { at, question, answered, answers, points, failed, busy, answer, countAsRight, next, startAgain };
}
