"use client";
import clsx from "clsx";
import { useMemo, useState } from "react";
import { type ColumnSummary, summarise, summaryText } from "./column-summary.ts";
import { figure, yearFigure } from "./figure-text.ts";
import { type Cell, sortRows } from "./sort-rows.ts";

type TableColumn = { key: string; label: string; format?: (value: Cell) => string };

type Props = {
  label: string;
  columns: readonly TableColumn[];
  rows: readonly Record<string, Cell>[];
  /** What each column holds, under its name. */
  withSummary?: boolean;
};

/** More at a time would make the page heavy. */
const pageLength = 100;

/** A table whose columns sort on a click and say what they hold. */
export function DataTable({ label, columns, rows, withSummary = false }: Props) {
  const [order, setOrder] = useState<{ key: string; descending: boolean } | null>(null);
  const [shown, setShown] = useState(pageLength);
  const summaries = useMemo(
    () => new Map(columns.map(({ key }) => [key, summarise(rows.map((row) => row[key] ?? null))])),
    [columns, rows],
  );
  const sorted = useMemo(() => (order ? sortRows(rows, order.key, order.descending) : rows), [rows, order]);
  const sort = (key: string) =>
    setOrder((now) =>
      now?.key !== key ? { key, descending: false } : now.descending ? null : { key, descending: true },
    );
  return (
    <div className="font-sans">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">{label}</caption>
          <thead className="bg-sunken">
            <tr>
              {columns.map(({ key, label: name }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={order?.key === key ? (order.descending ? "descending" : "ascending") : undefined}
                  className={clsx("p-0 align-top", isNumeric(summaries.get(key)) ? "text-right" : "text-left")}
                >
                  <button
                    type="button"
                    onClick={() => sort(key)}
                    className="w-full px-3 py-2 text-inherit [text-align:inherit] hover:bg-hover focus-visible:-outline-offset-2"
                  >
                    <span className="relative whitespace-nowrap">
                      {name}
                      <span aria-hidden="true" className="absolute left-full w-3 text-center text-ink-faint">
                        {order?.key === key ? (order.descending ? "↓" : "↑") : ""}
                      </span>
                    </span>
                    {withSummary ? (
                      <span
                        className={clsx(
                          "tabular block text-small font-normal text-ink-faint",
                          isNumeric(summaries.get(key)) ? "sm:whitespace-nowrap" : "whitespace-nowrap",
                        )}
                      >
                        {summaryText(summaries.get(key))}
                      </span>
                    ) : null}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
              <tr key={index} className="border-t border-line">
                {columns.map(({ key, format }) => (
                  <td
                    key={key}
                    className={clsx(
                      "px-3 py-1.5 align-top",
                      isNumeric(summaries.get(key)) ? "tabular text-right whitespace-nowrap" : "max-w-100 break-words",
                    )}
                  >
                    {format ? format(row[key] ?? null) : cellText(row[key] ?? null, summaries.get(key))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown ? (
        <button
          type="button"
          onClick={() => setShown(shown + 10 * pageLength)}
          className="mt-2 h-8 rounded-md px-2 text-accent hover:bg-hover max-sm:h-10"
        >
          Show more of {figure(rows.length)} rows
        </button>
      ) : null}
    </div>
  );
}

function isNumeric(summary: ColumnSummary | undefined): boolean {
  return summary?.kind === "numbers";
}

function cellText(value: Cell, summary: ColumnSummary | undefined): string {
  if (value === null) return "–";
  if (typeof value === "number")
    return summary?.kind === "numbers" && summary.years ? yearFigure(value) : figure(value);
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
