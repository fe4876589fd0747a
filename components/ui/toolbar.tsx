"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";

type Props = { label: string; className?: string; children: ReactNode };

/** Many buttons that are one stop of the Tab key; the arrows go from one to the next (ARIA's toolbar pattern). */
export function Toolbar({ label, className, children }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const buttons = () => [...(bar.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
  // After every change: buttons come, go and are disabled.
  useEffect(() => {
    for (const [index, button] of buttons().entries()) button.tabIndex = index === at ? 0 : -1;
  });
  function onKeyDown(event: KeyboardEvent) {
    const all = buttons();
    const here = all.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (target === undefined || here < 0) return;
    event.preventDefault();
    all.at(target >= all.length ? 0 : target)?.focus();
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={className}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => setAt(Math.max(0, buttons().indexOf(target)))}
    >
      {children}
    </div>
  );
}
