"use client";
import { useEffect, useMemo, useRef } from "react";
import { RowSpace, useRowWindow } from "../ui/row-window.tsx";
import type { ImportField } from "./import-fields.ts";
import type { ImportJob } from "./import-job.ts";
import { ImportRowCells } from "./import-row-cells.tsx";
import { MappingSelect } from "./mapping-select.tsx";
import type { Import } from "./use-import.ts";

type Props = {
  work: Import;
  job: ImportJob;
  fields: readonly ImportField[];
  shown: { row: number; path: string } | null;
};

const rowHeight = 36;

/** The table as it came, cells that can be mended; only the rows in sight are in the document. */
export function ImportGrid({ work, job, fields, shown }: Props) {
  const wanted = useRef<string | null>(null);
  const { scroller, from, until, above, below, reveal } = useRowWindow(job.rows.length, rowHeight);
  const { mapping } = job;
  // biome-ignore lint/correctness/useExhaustiveDependencies: while somebody types, no column moves
  const widths = useMemo(() => columnWidths(job), [job.columns]);
  useEffect(() => {
    if (!shown) return;
    reveal(shown.row, "center");
    wanted.current = `${shown.row}-${Math.max(0, mapping.indexOf(shown.path))}`;
  }, [shown, reveal, mapping]);
  useEffect(() => {
    // The row comes into the document with the scroll, some renders later.
    const cell = wanted.current && scroller.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`);
    if (!cell) return;
    cell.focus();
    wanted.current = null;
  });
  return (
    <div ref={scroller} className="min-h-60 flex-1 overflow-auto">
      <table
        aria-label="Rows to import"
        aria-rowcount={job.rows.length + 1}
        className="table-fixed border-separate border-spacing-0"
        style={{ width: widths.reduce((sum, width) => sum + width, 76) }}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 w-19 border-b border-line bg-paper pr-2 text-right font-normal text-ink-faint"
            >
              Row
            </th>
            {job.columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                style={{ width: widths[index] }}
                className="sticky top-0 z-10 border-b border-l border-line bg-paper p-1.5 text-left font-normal"
              >
                <span className="mb-1 block truncate px-1 text-small text-ink-faint" title={column}>
                  {column}
                </span>
                <MappingSelect
                  column={column}
                  index={index}
                  mapping={mapping}
                  fields={fields}
                  disabled={job.sending}
                  onChange={(next) => work.change((now) => ({ ...now, mapping: next }))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RowSpace height={above} />
          {job.rows.slice(from, until).map((row, offset) => {
            const index = from + offset;
            return (
              <ImportRowCells
                key={index}
                index={index}
                row={row}
                faults={work.faultsAt(index)}
                mapping={mapping}
                columns={job.columns}
                locked={row.sent || job.sending}
                onChange={work.setCell}
              />
            );
          })}
          <RowSpace height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Wide enough for what its first rows hold, within reason, in px. */
function columnWidths({ columns, rows }: ImportJob): number[] {
  const sample = rows.slice(0, 40);
  return columns.map((_, at) => {
    const longest = Math.max(...sample.map(({ cells }) => cells[at]?.length ?? 0));
    return Math.min(400, Math.max(190, longest * 7 + 24));
  });
}
