"use client";
import Link from "next/link";
import { useState } from "react";
import { count, money, score } from "#lib/format/number.ts";

export type Spending = { name: string; href: string; tasks: number; quality: number | null; cost: number };

const shown = 6;

/** Where the tasks and the money went; the bar is the share of what most went into. */
export function SpentOn({ title, rows }: { title: string; rows: readonly Spending[] }) {
  const [all, setAll] = useState(false);
  // Free models cost nothing: there the number of tasks is what can be compared.
  const weigh = rows.some((row) => row.cost > 0) ? (row: Spending) => row.cost : (row: Spending) => row.tasks;
  const most = Math.max(...rows.map(weigh), 0) || 1;
  return (
    <section aria-label={title} className="min-w-0 px-4 pt-4 pb-3">
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="text-small text-ink-faint [&>th]:font-normal">
            <th scope="col" className="pb-2 text-left">
              {title}
            </th>
            <th scope="col" className="w-16 pb-2 max-sm:w-10 text-right">
              Tasks
            </th>
            <th scope="col" className="w-18 pb-2 max-sm:w-14 text-right">
              Quality
            </th>
            <th scope="col" className="w-22 pb-2 max-sm:w-18 text-right">
              Cost
            </th>
          </tr>
        </thead>
        <tbody className="tabular">
          {(all ? rows : rows.slice(0, shown)).map((row) => (
            <tr key={row.name} className="h-9">
              <th scope="row" className="pr-4 text-left font-normal">
                <Link href={row.href} title={row.name} className="block truncate hover:text-accent">
                  {row.name}
                </Link>
                <span aria-hidden="true" className="mt-0.5 block h-0.5 rounded-full bg-line">
                  <span
                    className="block h-full min-w-0.5 rounded-full bg-line-strong"
                    style={{ width: `${(weigh(row) / most) * 100}%` }}
                  />
                </span>
              </th>
              <td className="text-right text-ink-soft">{count(row.tasks)}</td>
              <td className="text-right text-ink-soft">{row.quality === null ? "–" : score(row.quality)}</td>
              <td className="text-right">{money(row.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && !all ? (
        <button type="button" onClick={() => setAll(true)} className="pt-1 text-small text-ink-soft hover:text-ink">
          and {rows.length - shown} more, {money(rows.slice(shown).reduce((sum, row) => sum + row.cost, 0))}
        </button>
      ) : null}
    </section>
  );
}
