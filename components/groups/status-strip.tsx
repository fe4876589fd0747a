import clsx from "clsx";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";
import { count } from "#lib/format/number.ts";
import { type StatusFamily, statusFamily, statusLabel } from "#lib/format/status.ts";
import { FamilyMark } from "../ui/status-mark.tsx";

const fills: Record<StatusFamily, string> = {
  waiting: "bg-line-strong/40",
  working: "bg-work",
  person: "bg-person",
  good: "bg-good",
  bad: "bg-bad",
  stopped: "bg-line-strong",
};

const families: StatusFamily[] = ["waiting", "working", "stopped", "person", "good", "bad"];
/** As life goes on, but what has one colour together. */
const inOrder = families.flatMap((family) => taskStatuses.filter((status) => statusFamily(status) === family));

function statusesIn(counts: Partial<Record<TaskStatus, number>>): { status: TaskStatus; number: number }[] {
  return inOrder.flatMap((status) => (counts[status] ? [{ status, number: counts[status] }] : []));
}

/** A group's tasks by status, as one strip in proportion. */
export function StatusStrip({
  counts,
  className,
}: {
  counts: Partial<Record<TaskStatus, number>>;
  className?: string;
}) {
  return (
    <div data-bar aria-hidden="true" className={clsx("flex h-1.5 gap-0.5 overflow-hidden rounded-full", className)}>
      {statusesIn(counts).map(({ status, number }) => (
        <div key={status} className={fills[statusFamily(status)]} style={{ flexGrow: number }} />
      ))}
    </div>
  );
}

export function StatusCountList({ counts }: { counts: Partial<Record<TaskStatus, number>> }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {statusesIn(counts).map(({ status, number }) => (
        <li key={status} className="flex items-center gap-1.5">
          <FamilyMark family={statusFamily(status)} />
          <span className="tabular">{count(number)}</span>
          <span className="text-ink-soft">{statusLabel(status).toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
