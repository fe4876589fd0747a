import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode; heading?: "h1" | "h2" };

/** Nothing here: why, and what one can do about it. */
export function EmptyState({ title, children, action, heading: Heading = "h2" }: Props) {
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
      <Heading className="text-body">{title}</Heading>
      {children ? <p className="text-ink-soft text-pretty">{children}</p> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
