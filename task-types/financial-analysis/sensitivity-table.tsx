import clsx from "clsx";
import { figure, share } from "../view-parts/figure-text.ts";
import { Section } from "../view-parts/section.tsx";

type Sensitivity = { rates: number[]; changes: number[]; npv: number[][] };

/** The net present value for other rates and other flows; what would lose money is set back, the plan stands out. */
export function SensitivityTable({ sensitivity, currency }: { sensitivity: Sensitivity; currency: string }) {
  const { rates, changes, npv } = sensitivity;
  const planned = Math.floor(rates.length / 2);
  return (
    <Section title="Net present value if things differ" aside={currency}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section aria-label="Sensitivity" tabIndex={0} className="overflow-x-auto rounded-md border border-line">
        <table className="tabular w-full border-collapse text-right text-body">
          <caption className="sr-only">Net present value by change of the flows and by rate</caption>
          <thead className="bg-sunken">
            <tr>
              <th scope="col" className="px-3 py-2 text-left">
                Flows
              </th>
              {rates.map((rate) => (
                <th key={rate} scope="col" className="px-3 py-2 whitespace-nowrap">
                  at {share(rate)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change, row) => (
              <tr key={change} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                  {change === 0 ? "as planned" : share(change, true)}
                </th>
                {rates.map((rate, column) => {
                  const value = npv[row]?.[column] ?? null;
                  return (
                    <td
                      key={rate}
                      className={clsx(
                        "px-3 py-1.5 whitespace-nowrap",
                        value !== null && value < 0 && "text-ink-faint",
                        change === 0 && column === planned && "font-strong",
                      )}
                    >
                      {value === null ? "–" : figure(value)}
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
