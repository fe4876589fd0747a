"use client";
import { useState } from "react";
import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { Choice } from "../view-parts/choice.tsx";
import { FileLink } from "../view-parts/file-link.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import { QuestionSheet } from "./question-sheet.tsx";
import { QuizPlayer } from "./quiz-player.tsx";
import type { quiz } from "./schema.ts";

const modes = [
  { value: "take", label: "Take it" },
  { value: "questions", label: "All questions" },
  { value: "answers", label: "With answers" },
] as const;

/** The quiz as it is taken, or all of it on one sheet, answers behind a key. */
export function QuizView({ result }: ResultViewProps) {
  const { quiz: made, quiz_url, quiz_json_url, embed_code } = resultOf<z.output<typeof quiz.result>>(result);
  const [mode, setMode] = useState<(typeof modes)[number]["value"]>("take");
  const keys = new Map(made.questions.map((question) => [question.id, question]));
  return (
    <article className="mx-auto max-w-170 font-sans">
      <h2 className="font-serif text-display text-balance">{made.title}</h2>
      <div className="mt-3 mb-8 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-body text-ink-faint">
          {made.questions.length} {made.questions.length === 1 ? "question" : "questions"}, {made.total_points}{" "}
          {made.total_points === 1 ? "point" : "points"}, about {made.estimated_time_minutes} min
        </p>
        <Choice label="How to look at it" options={modes} value={mode} onChange={setMode} />
      </div>
      {mode === "take" ? (
        <QuizPlayer questions={made.questions} findKey={(id) => keyOf(keys.get(id))} />
      ) : (
        <QuestionSheet questions={made.questions} withAnswers={mode === "answers"} />
      )}
      <Section title="Where it is taken">
        <p className="flex flex-wrap items-center gap-3">
          <a
            href={quiz_url}
            target="_blank"
            rel="noreferrer"
            className="break-all text-accent underline underline-offset-2"
          >
            {quiz_url.replace(/^https?:\/\//, "")}
          </a>
          <FileLink href={quiz_json_url}>JSON</FileLink>
        </p>
        <p className="mt-3 text-small text-ink-faint">In another page</p>
        <pre className="mt-1 rounded-md bg-sunken p-3 font-mono text-small break-words whitespace-pre-wrap">
          {embed_code}
        </pre>
      </Section>
    </article>
  );
}

function keyOf(question: { correct_answer: string; explanation: string } | undefined) {
  if (!question) throw new Error("no such question");
  return { correct_answer: question.correct_answer, explanation: question.explanation };
}
