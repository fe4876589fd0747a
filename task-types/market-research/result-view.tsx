import type * as z from "zod";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { beginsWith } from "../view-parts/begins-with.ts";
import { ChartList } from "../view-parts/chart-list.tsx";
import { ProvenanceNote } from "../view-parts/provenance-note.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import { SourceNotes } from "../view-parts/source-notes.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { alreadyIn, withoutSourceList } from "./in-text.ts";
import type { marketResearch } from "./schema.ts";
import { SwotGrid } from "./swot-grid.tsx";

/** The report: its text, what each competitor is like, strengths and threats, all by numbered source. */
export function MarketResearchView({ title, content, result }: ResultViewProps) {
  const report = resultOf<z.output<typeof marketResearch.result>>(result);
  const { summary, questions, comparison, swot, charts, citations, provenance } = report;
  const text = withoutSourceList(
    content ?? "",
    citations.map(({ title: name }) => name),
  );
  const shown = alreadyIn(text);
  const open = questions.filter(({ answered }) => !answered);
  return (
    <article className="mx-auto max-w-180 font-serif">
      <h2 className="text-display text-balance">{title}</h2>
      {summary && !beginsWith(text, summary) ? (
        <p className="mt-3 mb-8 text-title text-ink-soft text-pretty">{summary}</p>
      ) : null}
      <div className="prose mt-8" data-reading>
        <MarkdownView
          text={text}
          sources={new Set(citations.map(({ number }) => number))}
          from={content?.startsWith(text) ? 0 : undefined}
        />
      </div>
      {open.some(({ question }) => !text.includes(question)) ? (
        <Section title="Not answered by the sources">
          <ul className="flex list-disc flex-col gap-1 pl-5 text-body">
            {open.map(({ question }) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <ChartList charts={charts.filter(({ image_url }) => !shown.chart(image_url))} />
      {comparison.rows.length > 0 && !shown.comparison(comparison.rows) ? (
        <ComparisonTable comparison={comparison} />
      ) : null}
      {shown.claims(Object.values(swot).flat()) ? null : <SwotGrid swot={swot} />}
      <SourceNotes citations={citations} label="Sources in the report" />
      <ProvenanceNote provenance={provenance} />
    </article>
  );
}
