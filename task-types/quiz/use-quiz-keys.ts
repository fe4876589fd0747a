"use client";
import { type RefObject, useEffect } from "react";

type Keys = { options: readonly string[]; onChoose: (option: string) => void; onNext: (() => void) | null };

/** 1–9 choose and Enter goes on: within the quiz, or on the whole page where the quiz is all there is. */
export function useQuizKeys(card: RefObject<HTMLElement | null>, wholePage: boolean, keys: Keys | null): void {
  useEffect(() => {
    const place: HTMLElement | Document | null = wholePage ? document : card.current;
    if (!place || !keys) return;
    function onKeyDown(pressed: Event) {
      const event = pressed as KeyboardEvent;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.matches("input, textarea, select") || event.metaKey || event.ctrlKey || event.altKey) return;
      const chosen = /^[1-9]$/.test(event.key) ? keys?.options[Number(event.key) - 1] : undefined;
      if (chosen !== undefined) keys?.onChoose(chosen);
      else if (event.key === "Enter" && keys?.onNext && !target?.closest("button, a")) keys.onNext();
      else return;
      event.preventDefault();
    }
    place.addEventListener("keydown", onKeyDown);
    return () => place.removeEventListener("keydown", onKeyDown);
  });
}
