import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getDb } from "#db/client.ts";
import { languageTag } from "#domain/publications/language-tag.ts";
import { findQuiz } from "#domain/quizzes/find-quiz.ts";
import { TakeQuiz } from "./take-quiz.tsx";

type Props = { params: Promise<{ id: string }> };

const readQuiz = cache((id: string) => findQuiz(getDb(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readQuiz((await params).id);
  if (!found) notFound();
  return { title: { absolute: `${found.quiz.title} · ${found.publisher}` } };
}

/** A quiz to be taken by whoever has its address, also within other pages. What is right is not in the page. */
export default async function QuizPage({ params }: Props) {
  const { id } = await params;
  const found = await readQuiz(id);
  if (!found) notFound();
  const { quiz, publisher, language } = found;
  const questions = quiz.questions.map(({ correct_answer: _, explanation: __, ...open }) => open);
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <main
        lang={languageTag(language) ?? undefined}
        className="mx-auto w-full max-w-170 flex-1 px-4 py-8 sm:px-8 sm:py-12"
      >
        <h1 className="font-serif text-display text-balance">{quiz.title}</h1>
        <p className="tabular mt-2 mb-8 text-body text-ink-faint" lang="en">
          {questions.length} {questions.length === 1 ? "question" : "questions"}, {quiz.total_points}{" "}
          {quiz.total_points === 1 ? "point" : "points"}, about {quiz.estimated_time_minutes} min
        </p>
        <TakeQuiz id={id} questions={questions} />
      </main>
      <footer className="mx-auto flex w-full max-w-170 justify-between gap-4 px-4 py-4 text-small text-ink-faint sm:px-8">
        <span>{publisher}</span>
        <span className="max-sm:hidden">1–9 choose, Enter goes on</span>
      </footer>
    </div>
  );
}
