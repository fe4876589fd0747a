"use client";
import { plural } from "#lib/format/number.ts";
import { FamilyMark } from "../ui/status-mark.tsx";

export type RowFault = { row: number; path: string; label: string; message: string };

type Props = {
  faults: readonly RowFault[];
  faulty: number;
  onShow: (place: { row: number; path: string }) => void;
};

const listed = 40;

/** What is wrong, row by row; each line leads to its cell. */
export function FaultList({ faults, faulty, onShow }: Props) {
  if (faulty === 0) {
    return (
      <p role="status" className="flex items-center gap-2 self-center text-ink-soft">
        <FamilyMark family="good" />
        Every row is in order
      </p>
    );
  }
  return (
    <section aria-label="Faults" className="min-w-64 flex-1">
      <p role="status" className="flex items-center gap-2 font-strong">
        <FamilyMark family="bad" />
        {plural(faulty, "row")} with faults
      </p>
      <ul className="mt-1 max-h-24 overflow-y-auto">
        {faults.slice(0, listed).map((fault) => (
          <li key={`${fault.row}-${fault.path}`}>
            <button
              type="button"
              onClick={() => onShow({ row: fault.row, path: fault.path })}
              className="min-h-6 w-full rounded-sm px-1 text-left hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="tabular text-ink-faint">Row {fault.row + 1}:</span>{" "}
              <span className="lowercase">{fault.label}</span>
              {isSentence(fault.message) ? ":" : null} {fault.message}
            </button>
          </li>
        ))}
        {faults.length > listed ? <li className="px-1 text-ink-faint">and {faults.length - listed} more</li> : null}
      </ul>
    </section>
  );
}

/** The hub's own words are sentences; those of the table go on from the field's name. */
function isSentence(message: string): boolean {
  return /^\p{Lu}/u.test(message);
}
