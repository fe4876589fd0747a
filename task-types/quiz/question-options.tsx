import clsx from "clsx";
import type { Answered, OpenQuestion } from "./use-quiz.ts";

type Props = { question: OpenQuestion; answered: Answered | null; busy: boolean; onChoose: (option: string) => void };

/** The options with their keys; once one is chosen, which of them is right. */
export function QuestionOptions({ question, answered, busy, onChoose }: Props) {
  return (
    <ol className="flex flex-col gap-2">
      {question.options.map((option, index) => {
        const right = answered?.key.correct_answer === option;
        const wrong = answered?.answer === option && !right;
        return (
          <li key={option}>
            <button
              type="button"
              aria-disabled={answered !== null || busy}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              onClick={() => onChoose(option)}
              className={clsx(
                "flex min-h-11 w-full items-center gap-3 rounded-md border px-3 py-2 text-left text-body transition-colors",
                right && "border-good bg-good-soft",
                wrong && "border-bad bg-bad-soft",
                !right && !wrong && "border-line-strong/60 bg-surface",
                answered ? "cursor-default" : "hover:bg-hover",
                answered && !right && !wrong && "text-ink-soft",
              )}
            >
              <span
                aria-hidden="true"
                className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm border border-line bg-raised font-sans text-small text-ink-soft"
              >
                {index + 1}
              </span>
              <span className="min-w-0 flex-1 break-words">{option}</span>
              {right ? (
                <span className="text-good">✓ right</span>
              ) : wrong ? (
                <span className="text-bad">✕ yours</span>
              ) : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
