"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { writingQuery } from "#lib/queries/signals.ts";

type Props = { task: { task_id: string; state: string; phase: string | null }; className?: string };

/** The last lines of what a model is writing for a running task, as they come; nothing where there are none. */
export function WrittenSoFar({ task, className }: Props) {
  const text = useWriting(task);
  if (!text) return null;
  return (
    <section
      aria-label="Being written"
      className={clsx("flex max-h-24 flex-col justify-end overflow-hidden border-l-2 border-line pl-3", className)}
    >
      <p className="font-serif text-body break-words whitespace-pre-wrap text-ink-soft">{text}</p>
    </section>
  );
}

/** The same in one line, which ends with the latest word. */
export function WritingLine({ task, className }: Props) {
  const text = useWriting(task);
  if (!text) return null;
  return (
    <span className={clsx("flex justify-end overflow-hidden whitespace-nowrap text-ink-faint", className)}>
      <span>{text.replace(/\s+/g, " ").slice(-160)}</span>
    </span>
  );
}

function useWriting({ task_id, state, phase }: Props["task"]): string | null {
  const { data } = useQuery(writingQuery(task_id));
  return state === "generating" && data?.phase === phase ? data.text : null;
}
