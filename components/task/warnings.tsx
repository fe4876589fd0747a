import type { TaskResponse } from "#lib/contract/task-response.ts";
import { FamilyMark } from "../ui/status-mark.tsx";

const reasons: Record<string, string> = {
  no_source_material: "No material was given, so this is a working draft that marks what a person must supply.",
};

/** What is less than was asked for, in words, before anything else. */
export function Warnings({ task }: { task: Pick<TaskResponse, "degraded" | "degraded_reasons" | "warnings"> }) {
  const degraded = task.degraded
    ? task.degraded_reasons.map((reason) => reasons[reason] ?? reason.replaceAll("_", " "))
    : [];
  const lines = [...degraded, ...task.warnings];
  if (lines.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <ul aria-label="Warnings" className="flex flex-col gap-2 rounded-md bg-person-soft px-3 py-2">
        {lines.map((line) => (
          <li key={line} className="flex gap-2">
            <FamilyMark family="person" className="mt-[3px]" />
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
