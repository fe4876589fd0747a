import type * as z from "zod";
import { writeFigure } from "../figures/write-figure.ts";
import { figure, share } from "../view-parts/figure-text.ts";
import type { financialAnalysis } from "./schema.ts";

type Result = z.output<typeof financialAnalysis.result>;
type Props = Pick<Result, "valuation" | "runway" | "currency">;

/** The figures that a decision rests on, at a glance. */
export function ValuationFacts({ valuation, runway, currency }: Props) {
  const money = (value: number) => writeFigure(value, "money", currency);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line font-sans sm:grid-cols-3">
      {valuation ? (
        <>
          <Fact name={`Net present value at ${share(valuation.rate)}`}>{money(valuation.npv)}</Fact>
          <Fact name="Internal rate of return" note={valuation.irr_note}>
            {valuation.irr === null ? "none" : share(valuation.irr)}
          </Fact>
          <Fact name="Payback">{periods(valuation.payback_period)}</Fact>
          <Fact name="Discounted payback">{periods(valuation.discounted_payback_period)}</Fact>
          <Fact name="Profitability index">
            {valuation.profitability_index === null ? "none" : figure(valuation.profitability_index)}
          </Fact>
          <Fact name="Sum of all flows">{money(valuation.total)}</Fact>
        </>
      ) : null}
      {runway ? (
        <>
          <Fact name="Cash">{money(runway.cash)}</Fact>
          <Fact name="Burn in each period">{money(runway.burn_per_period)}</Fact>
          <Fact name="Runway">{runway.periods === null ? "no end" : periods(runway.periods)}</Fact>
        </>
      ) : null}
    </dl>
  );
}

function periods(value: number | null): string {
  return value === null ? "not within the flows" : `${figure(value)} periods`;
}

function Fact({ name, note, children }: { name: string; note?: string | null; children: string }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-small text-ink-faint">{name}</dt>
      <dd className="tabular mt-0.5 text-title">{children}</dd>
      {note ? <dd className="text-small text-ink-faint">{note}</dd> : null}
    </div>
  );
}
