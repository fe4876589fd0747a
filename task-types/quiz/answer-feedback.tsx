"use client";
import { useEffect, useRef } from "react";
import type { Answered } from "./use-quiz.ts";

type Props = {
  answered: Answered | null;
  written: boolean;
  failed: boolean;
  last: boolean;
  onCountAsRight: () => void;
  onNext: () => void;
};

/** Right or not, and why; spoken as it comes. The way on takes the focus, so that Enter is enough. */
export function AnswerFeedback({ answered, written, failed, last, onCountAsRight, onNext }: Props) {
  const next = useRef<HTMLButtonElement>(null);
  const key = answered?.key;
  useEffect(() => {
    if (key) next.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <div aria-live="polite" className="mt-5 min-h-24">
      {failed ? (
        <p className="text-bad">The answer could not be marked. Check the connection, then answer again.</p>
      ) : null}
      {answered ? (
        <div className="flex animate-appear flex-wrap items-start gap-4">
          <div className="min-w-0 flex-1 basis-60">
            <p className={`text-body font-strong ${answered.right ? "text-good" : "text-bad"}`}>
              {answered.right ? "✓ Right" : `✕ The answer is: ${answered.key.correct_answer}`}
            </p>
            <p className="mt-1 text-body text-ink-soft">{answered.key.explanation}</p>
            {written && !answered.right ? (
              <button
                type="button"
                onClick={onCountAsRight}
                className="mt-1 h-8 text-accent underline underline-offset-2"
              >
                Mine says the same: count it as right
              </button>
            ) : null}
          </div>
          <button
            ref={next}
            type="button"
            onClick={onNext}
            className="h-11 rounded-md bg-accent-fill px-5 font-strong text-on-accent transition-colors hover:bg-accent-fill-hover max-sm:w-full"
          >
            {last ? "See the result" : "Next question"}
          </button>
        </div>
      ) : null}
    </div>
  );
}
