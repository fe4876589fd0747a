import type { RefObject } from "react";
import { figure, share } from "../view-parts/figure-text.ts";
import type { OpenQuestion, useQuiz } from "./use-quiz.ts";

type Props = {
  ref: RefObject<HTMLElement | null>;
  questions: readonly OpenQuestion[];
  quiz: ReturnType<typeof useQuiz>;
};

/** How it went, question by question. */
export function QuizScore({ ref, questions, quiz }: Props) {
  const total = questions.reduce((sum, { points }) => sum + points, 0);
  return (
    <section ref={ref} tabIndex={-1} aria-label="Result" className="font-sans outline-hidden">
      <p role="status" className="tabular text-display">
        {figure(quiz.points)} of {figure(total)} points
        <span className="ml-3 text-title text-ink-faint">{total > 0 ? share(quiz.points / total) : ""}</span>
      </p>
      <ol className="my-6 divide-y divide-line border-y border-line">
        {questions.map((question) => {
          const answered = quiz.answers[question.id];
          return (
            <li key={question.id} className="flex gap-3 py-2.5 text-body">
              <span className={answered?.right ? "text-good" : "text-bad"}>
                <span aria-hidden="true">{answered?.right ? "✓" : "✕"}</span>
                <span className="sr-only">{answered?.right ? "Right:" : "Wrong:"}</span>
              </span>
              <span className="min-w-0">
                {question.question}
                {answered && !answered.right ? (
                  <span className="block text-ink-soft">
                    You said {answered.answer}; it is {answered.key.correct_answer}.
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={quiz.startAgain}
        className="h-11 rounded-md border border-line-strong/60 bg-surface px-5 transition-colors hover:bg-hover"
      >
        Take it again
      </button>
    </section>
  );
}
