"use client";
import { plural } from "#lib/format/number.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { BulkRun } from "./use-bulk-run.ts";

/** What the server refused of an action on many, each with its reason. */
export function FailureList({ failures, onClose }: { failures: BulkRun["failures"]; onClose: () => void }) {
  return (
    <Dialog
      open={failures.length > 0}
      onClose={onClose}
      title={`${plural(failures.length, "task")} refused`}
      description="The others are done; nothing became of these."
    >
      <ul className="flex max-h-100 flex-col divide-y divide-line overflow-auto">
        {failures.map(({ item, error }) => (
          <li key={item.task_id} className="py-2">
            <span className="block truncate font-strong">{item.title}</span>
            <span className="text-ink-soft">{error}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
