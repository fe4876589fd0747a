import { Section } from "../view-parts/section.tsx";
import { type Cited, CitedText } from "./cited-text.tsx";

type Comparison = { columns: string[]; rows: { name: string; cells: (Cited | null)[] }[] };

/** A row for each competitor; a dash where the sources say nothing. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  return (
    <Section title="Comparison">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section aria-label="Comparison" tabIndex={0} className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse text-left text-body">
          <caption className="sr-only">Comparison of the competitors</caption>
          <thead className="bg-sunken">
            <tr>
              <td className="px-3 py-2" />
              {comparison.columns.map((column) => (
                <th key={column} scope="col" className="px-3 py-2 align-top">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.rows.map((row) => (
              <tr key={row.name} className="border-t border-line">
                <th scope="row" className="px-3 py-2 align-top">
                  {row.name}
                </th>
                {comparison.columns.map((column, index) => {
                  const cell = row.cells[index];
                  return (
                    <td key={column} className="min-w-36 px-3 py-2 align-top">
                      {cell ? <CitedText claim={cell} /> : <span className="text-ink-faint">–</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
