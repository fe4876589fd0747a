"use client";
import clsx from "clsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import type { Faults, ImportRow } from "./import-job.ts";

type Props = {
  index: number;
  row: ImportRow;
  faults: Faults;
  mapping: readonly string[];
  columns: readonly string[];
  locked: boolean;
  onChange: (index: number, column: number, text: string) => void;
};

/** One row: its number and state, and a field for each cell, with the fault at the cell that has it. */
export function ImportRowCells({ index, row, faults, mapping, columns, locked, onChange }: Props) {
  const elsewhere = Object.entries(faults).filter(([path]) => !mapping.includes(path));
  const state = row.sent ? "sent" : Object.keys(faults).length > 0 ? "faulty" : "ready";
  const words = elsewhere.map(([path, message]) => `${path.replaceAll("_", " ")} ${message}`).join("; ");
  return (
    <tr aria-rowindex={index + 2} className="h-9">
      <th
        scope="row"
        title={words || undefined}
        className={clsx(
          "sticky left-0 z-[5] border-b border-line px-2 text-right font-normal",
          state === "faulty" ? "bg-bad-soft" : "bg-paper",
        )}
      >
        <span className="flex items-center justify-end gap-2">
          {state === "ready" ? null : <FamilyMark family={state === "sent" ? "good" : "bad"} />}
          <span className="sr-only">{state === "ready" ? "" : `${state}${words ? `: ${words}` : ""},`}</span>
          <span className="tabular text-ink-faint">{index + 1}</span>
        </span>
      </th>
      {columns.map((column, at) => {
        const path = mapping[at] ?? "";
        const fault = path ? faults[path] : undefined;
        return (
          <td key={column} className={clsx("relative border-b border-l border-line p-0", fault && "bg-bad-soft")}>
            <input
              data-cell={`${index}-${at}`}
              aria-label={`Row ${index + 1}, ${column}${fault ? `: ${fault}` : ""}`}
              aria-invalid={fault ? true : undefined}
              title={fault}
              value={row.cells[at] ?? ""}
              readOnly={locked}
              onChange={(event) => onChange(index, at, event.target.value)}
              className={clsx(
                "peer h-9 w-full bg-transparent px-2 text-ui focus-visible:-outline-offset-2",
                path === "" && "text-ink-faint",
                row.sent && "text-ink-soft",
                fault && "shadow-[inset_0_-2px_0_var(--bad)]",
              )}
            />
            {fault ? (
              <span
                aria-hidden="true"
                className="pointer-events-none absolute top-full left-0 z-[6] hidden max-w-80 min-w-full rounded-b-md bg-bad-fill px-2 py-1 text-small text-on-accent first-letter:uppercase peer-focus:block"
              >
                {fault}
              </span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
