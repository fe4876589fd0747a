import { useMemo } from "react";
import type * as z from "zod";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { ChartList } from "../view-parts/chart-list.tsx";
import { DataTable } from "../view-parts/data-table.tsx";
import { figure, share } from "../view-parts/figure-text.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { financialAnalysis, Ratio } from "./schema.ts";
import { SensitivityTable } from "./sensitivity-table.tsx";
import { ValuationFacts } from "./valuation-facts.tsx";

type Result = z.output<typeof financialAnalysis.result>;

/** The report: what the flows are worth, what the statements say, and how far that depends on the rate. */
export function FinancialAnalysisView({ title, content, result }: ResultViewProps) {
  const report = resultOf<Result>(result);
  const { currency, ratios, valuation, runway, sensitivity, charts, narrative } = report;
  return (
    <article className="mx-auto max-w-220 font-serif">
      <h2 className="mb-6 text-display text-balance">{title}</h2>
      {valuation || runway ? <ValuationFacts valuation={valuation} runway={runway} currency={currency} /> : null}
      <div className="prose mt-8" data-reading>
        <MarkdownView text={content ?? narrative} from={content === null ? undefined : 0} />
      </div>
      <ChartList charts={charts} />
      {ratios.length > 0 ? <RatioTable ratios={ratios} currency={currency} /> : null}
      {sensitivity ? <SensitivityTable sensitivity={sensitivity} currency={currency} /> : null}
    </article>
  );
}

function RatioTable({ ratios, currency }: { ratios: readonly Ratio[]; currency: string }) {
  const periods = useMemo(
    () => [...new Set(ratios.flatMap(({ values }) => values.map(({ period }) => period)))],
    [ratios],
  );
  const columns = [{ key: "label", label: "Ratio" }, ...periods.map((period) => ({ key: period, label: period }))];
  const rows = ratios.map((ratio) => ({
    label: ratio.label,
    ...Object.fromEntries(ratio.values.map(({ period, value }) => [period, ratioText(value, ratio.unit, currency)])),
  }));
  return (
    <Section title="Ratios" aside="All computed">
      <DataTable label="Ratios" columns={columns} rows={rows} />
      <details className="mt-3">
        <summary className="text-accent">How each is computed</summary>
        <dl className="mt-2 flex flex-col gap-1">
          {ratios.map(({ name, label, formula }) => (
            <div key={name} className="grid gap-x-4 sm:grid-cols-[200px_1fr]">
              <dt className="text-ink-faint">{label}</dt>
              <dd className="font-mono text-small">{formula}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

function ratioText(value: number | null, unit: Ratio["unit"], currency: string): string {
  if (value === null) return "–";
  if (unit === "fraction") return share(value);
  if (unit === "multiple") return `${figure(value)} ×`;
  return unit === "months" ? `${figure(value)} months` : `${figure(value)} ${currency}`;
}
