"use client";
import { useEffect, useRef } from "react";

/** What was being typed under this key; null when there is none or it cannot be read. */
export function readDraft<Draft>(key: string): Draft | null {
  try {
    const text = window.sessionStorage.getItem(key);
    // Only useDraft writes this key, always with the same shape.
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null;
  }
}

/** Keeps a draft in the tab's storage as it changes. @returns a function that forgets it */
export function useDraft(key: string, draft: unknown): () => void {
  const text = JSON.stringify(draft);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    try {
      window.sessionStorage.setItem(key, text);
    } catch {
      // Without storage the draft lives as long as the page.
    }
  }, [key, text]);
  return () => window.sessionStorage.removeItem(key);
}
