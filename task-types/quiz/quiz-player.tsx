"use client";
import { useEffect, useRef } from "react";
import { AnswerFeedback } from "./answer-feedback.tsx";
import type { AnswerKey } from "./mark-answer.ts";
import { QuestionOptions } from "./question-options.tsx";
import { QuizScore } from "./quiz-score.tsx";
import { type OpenQuestion, useQuiz } from "./use-quiz.ts";
import { useQuizKeys } from "./use-quiz-keys.ts";
import { WrittenAnswer } from "./written-answer.tsx";

type Props = {
  questions: readonly OpenQuestion[];
  /** What is right, asked for once a question is answered. */
  findKey: (questionId: string) => AnswerKey | Promise<AnswerKey>;
  /** The quiz is all that the page has, so its keys work wherever the focus is. */
  wholePage?: boolean;
};

/** A quiz to be taken, one question after another: 1–9 choose, Enter goes on. */
export function QuizPlayer({ questions, findKey, wholePage = false }: Props) {
  const quiz = useQuiz(questions, findKey);
  const { at, question, answered } = quiz;
  const card = useRef<HTMLElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) card.current?.focus({ preventScroll: true });
    moved.current = at > 0;
  }, [at]);
  useQuizKeys(
    card,
    wholePage,
    question && {
      options: question.options,
      onChoose: (option) => void quiz.answer(option),
      onNext: answered ? quiz.next : null,
    },
  );
  if (!question) return <QuizScore ref={card} questions={questions} quiz={quiz} />;
  return (
    <section
      ref={card}
      data-part={`questions.${at}`}
      tabIndex={-1}
      aria-labelledby={`question-${question.id}`}
      className="font-sans outline-hidden"
    >
      <div className="mb-5 flex items-center gap-3">
        <p className="tabular text-small text-ink-faint">
          Question {at + 1} of {questions.length}
        </p>
        <div aria-hidden="true" className="h-1 flex-1 overflow-hidden rounded-full bg-line">
          <div
            className="h-full rounded-full bg-accent transition-[width]"
            style={{ width: `${((at + (answered ? 1 : 0)) / questions.length) * 100}%` }}
          />
        </div>
        <p className="tabular text-small text-ink-faint">
          {question.points} {question.points === 1 ? "point" : "points"}
        </p>
      </div>
      <h3 id={`question-${question.id}`} className="mb-5 font-serif text-title text-pretty">
        {question.question}
      </h3>
      {question.options.length > 0 ? (
        <QuestionOptions
          question={question}
          answered={answered}
          busy={quiz.busy}
          onChoose={(it) => void quiz.answer(it)}
        />
      ) : (
        <WrittenAnswer
          key={question.id}
          label={question.question}
          answered={answered}
          busy={quiz.busy}
          onAnswer={(it) => void quiz.answer(it)}
        />
      )}
      <AnswerFeedback
        answered={answered}
        written={question.options.length === 0}
        failed={quiz.failed}
        last={at === questions.length - 1}
        onCountAsRight={quiz.countAsRight}
        onNext={quiz.next}
      />
    </section>
  );
}
