"use client";
import { useEffect, useState } from "react";

const kinds = ["reject", "regenerate", "comment"] as const;
type Kind = (typeof kinds)[number];

/** Characters after which nothing is kept any more: no words of a reviewer are that long. */
const most = 20_000;

function keyOf(kind: Kind, taskId: string): string {
  return `words:${kind}:${taskId}`;
}

function read(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, words: string): void {
  try {
    if (words === "" || words.length > most) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, words);
  } catch {
    // Without storage the words live as long as their field.
  }
}

/**
 * What a reviewer types about a task: it is there again when the field is, after an Escape, another task or a refusal.
 * @param taskId null where it is about many
 */
export function useWords(kind: Kind, taskId: string | null, first = ""): [string, (words: string) => void] {
  const key = taskId === null ? null : keyOf(kind, taskId);
  const [words, setWords] = useState(() => (key && read(key)) || first);
  useEffect(() => {
    if (key) keep(key, words === first ? "" : words);
  }, [key, words, first]);
  return [words, setWords];
}

/** The decision was made. A comment that was begun stays. */
export function forgetWords(taskId: string): void {
  for (const kind of kinds) if (kind !== "comment") keep(keyOf(kind, taskId), "");
}
