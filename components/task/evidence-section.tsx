"use client";
import type { ReactNode } from "react";
import { useStoredState } from "../shell/stored-state.ts";

type Props = { id: string; title: string; aside?: ReactNode; children: ReactNode; openAtFirst?: boolean };

/** One kind of evidence; whether it is open is remembered. */
export function EvidenceSection({ id, title, aside, children, openAtFirst = true }: Props) {
  const [state, store] = useStoredState(`evidence-${id}`, openAtFirst ? "open" : "closed");
  return (
    <details
      open={state === "open"}
      onToggle={(event) => store(event.currentTarget.open ? "open" : "closed")}
      className="group border-b border-line last:border-b-0"
    >
      <summary className="flex h-10 list-none items-center gap-2 px-4 hover:bg-hover focus-visible:-outline-offset-2 max-sm:h-12">
        <svg
          viewBox="0 0 6 10"
          aria-hidden="true"
          className="w-1.5 text-ink-faint transition-transform group-open:rotate-90"
          fill="none"
          stroke="currentColor"
        >
          <path d="m1 1 4 4-4 4" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
        <span className="font-strong">{title}</span>
        {aside ? <span className="tabular ml-auto text-ink-faint">{aside}</span> : null}
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
