import clsx from "clsx";
import type { TaskStatus } from "#lib/contract/status.ts";
import { type StatusFamily, statusFamily, statusLabel } from "#lib/format/status.ts";

const colours: Record<StatusFamily, string> = {
  waiting: "text-ink-faint",
  working: "text-work",
  person: "text-person",
  good: "text-good",
  bad: "text-bad",
  stopped: "text-ink-faint",
};

/** The shape of a status; the colour never says anything that the shape does not. */
export function FamilyMark({ family, className }: { family: StatusFamily; className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden="true"
      className={clsx("size-3.5 shrink-0", colours[family], className)}
      fill="none"
    >
      {shapes[family]}
    </svg>
  );
}

const line = { stroke: "currentColor", strokeWidth: 1.75, strokeLinecap: "round", strokeLinejoin: "round" } as const;

const shapes: Record<StatusFamily, React.ReactNode> = {
  waiting: <circle cx="7" cy="7" r="4.75" {...line} />,
  working: (
    <>
      <circle cx="7" cy="7" r="4.75" {...line} opacity="0.25" />
      <path d="M7 2.25A4.75 4.75 0 0 1 11.75 7" {...line} className="origin-center animate-turn" />
    </>
  ),
  person: <path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="currentColor" />,
  good: <path d="m2.75 7.5 3 3 5.5-6.5" {...line} strokeWidth={2} />,
  bad: <path d="m3.5 3.5 7 7m0-7-7 7" {...line} strokeWidth={2} />,
  stopped: <path d="M3 7h8" {...line} strokeWidth={2} />,
};

export function StatusBadge({ status, className }: { status: TaskStatus; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <FamilyMark family={statusFamily(status)} />
      {statusLabel(status)}
    </span>
  );
}

/** The shape alone, named for those who do not see it. */
export function StatusMark({ status, className }: { status: TaskStatus; className?: string }) {
  return (
    <span role="img" aria-label={statusLabel(status)} title={statusLabel(status)} className="inline-flex">
      <FamilyMark family={statusFamily(status)} className={className} />
    </span>
  );
}
