import type { ReactNode } from "react";

/** Nothing here: why, and what one can do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-100 animate-appear flex-col items-center gap-2 px-4 py-16 text-center">
      <svg
        viewBox="0 0 48 32"
        aria-hidden="true"
        className="mb-2 h-8 w-12 text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        <path d="M4 8h40M4 16h28M4 24h18" strokeWidth="2" strokeLinecap="round" strokeDasharray="1 5" />
      </svg>
      <h2 className="text-body">{title}</h2>
      {children ? <p className="text-ink-soft text-pretty">{children}</p> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
