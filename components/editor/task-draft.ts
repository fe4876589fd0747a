"use client";
import { useSyncExternalStore } from "react";
import type { JsonObject } from "#lib/contract/json.ts";

/** What somebody typed and has not saved, with the revision that they had before them. */
export type TaskDraft = {
  base: { revision: number; sha256: string };
  content?: string;
  /** The fields that differ, whole. */
  result?: JsonObject;
  /** ISO 8601 */
  at: string;
  /** Of the hub's draft that these words go on from; null when it had none. */
  keptAt?: string | null;
  /** The hub has these very words. */
  sent?: boolean;
};

const prefix = "task-draft:";
/** Days after which a draft that nobody came back to is dropped. */
const keptDays = 30;
const listeners = new Set<() => void>();

export function draftKey(userId: string, taskId: string): string {
  return `${prefix}${userId}:${taskId}`;
}

export function readDraftText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function parseDraft(text: string | null): TaskDraft | null {
  try {
    // Only keepDraft writes these keys, always with the same shape.
    return text === null ? null : (JSON.parse(text) as TaskDraft);
  } catch {
    return null;
  }
}

/** Kept in this browser, past reloads, crashes and signing out. @returns false where there is no room or no storage */
export function keepDraft(key: string, draft: TaskDraft): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(draft));
    dropOldDrafts(key);
    tell();
    return true;
  } catch {
    return false;
  }
}

/** The hub has what was typed at that time; what was typed since goes on from there. */
export function markSent(key: string, at: string, keptAt: string | null): void {
  const draft = parseDraft(readDraftText(key));
  if (draft) keepDraft(key, { ...draft, keptAt, sent: draft.at === at });
}

export function forgetDraft(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Without storage there was none.
  }
  tell();
}

function dropOldDrafts(kept: string): void {
  const oldest = Date.now() - keptDays * 86_400_000;
  for (const key of Object.keys(window.localStorage)) {
    if (!key.startsWith(prefix) || key === kept) continue;
    const draft = parseDraft(readDraftText(key));
    if (!draft || Date.parse(draft.at) < oldest) window.localStorage.removeItem(key);
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The draft as it is now, also when another tab writes it. */
export function useDraftText(key: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readDraftText(key),
    () => null,
  );
}
