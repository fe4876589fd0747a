import type { Question } from "./schema.ts";

/** Every question on one sheet, for reading rather than taking. */
export function QuestionSheet({ questions, withAnswers }: { questions: readonly Question[]; withAnswers: boolean }) {
  return (
    <ol className="flex flex-col gap-6" data-reading>
      {questions.map((question, index) => (
        <li key={question.id} data-part={`questions.${index}`} className="flex gap-4">
          <span className="tabular w-5 shrink-0 pt-0.5 text-right text-ink-faint">{index + 1}</span>
          <div className="min-w-0 flex-1">
            <p className="font-serif text-title text-pretty">{question.question}</p>
            {question.options.length > 0 ? (
              <ul className="mt-2 flex flex-col gap-1 text-body">
                {question.options.map((option) => {
                  const right = withAnswers && option === question.correct_answer;
                  return (
                    <li key={option} className={`flex gap-2 ${right ? "font-strong text-good" : "text-ink-soft"}`}>
                      <span aria-hidden="true" className="w-4">
                        {right ? "✓" : "○"}
                      </span>
                      {option}
                      {right ? <span className="sr-only">(right)</span> : null}
                    </li>
                  );
                })}
              </ul>
            ) : withAnswers ? (
              <p className="mt-2 text-body font-strong text-good">✓ {question.correct_answer}</p>
            ) : (
              <p className="mt-2 text-body text-ink-faint">Answered in writing</p>
            )}
            {withAnswers ? <p className="mt-2 text-body text-ink-soft">{question.explanation}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
