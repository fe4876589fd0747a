"use client";
import { useState } from "react";
import type { Answered } from "./use-quiz.ts";

type Props = { label: string; answered: Answered | null; busy: boolean; onAnswer: (text: string) => void };

/** For answers that are written, not chosen. */
export function WrittenAnswer({ label, answered, busy, onAnswer }: Props) {
  const [text, setText] = useState("");
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(text);
      }}
    >
      <input
        type="text"
        aria-label={`Your answer: ${label}`}
        autoComplete="off"
        value={text}
        readOnly={answered !== null}
        onChange={(event) => setText(event.target.value)}
        className="control h-11 min-w-0 flex-1 px-3 text-body"
      />
      {answered ? null : (
        <button
          type="submit"
          disabled={busy || text.trim() === ""}
          className="h-11 rounded-md border border-line-strong/60 bg-surface px-4 transition-colors hover:bg-hover disabled:opacity-50"
        >
          Answer
        </button>
      )}
    </form>
  );
}
