import { useMemo } from "react";
import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { DataTable } from "../view-parts/data-table.tsx";
import { figure } from "../view-parts/figure-text.ts";
import { FileLink } from "../view-parts/file-link.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { dataRetrieval } from "./schema.ts";

type Result = z.output<typeof dataRetrieval.result>;

/** The rows, with what each column holds, and how each source answered. */
export function DataRetrievalView({ result }: ResultViewProps) {
  const { rows, columns, row_count, csv_url, json_url, sources } = resultOf<Result>(result);
  const shown = useMemo(() => columns.map((key) => ({ key, label: key })), [columns]);
  return (
    <article className="mx-auto max-w-280 font-sans">
      <header className="mb-4 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-body text-ink-soft">
          {figure(row_count)} {row_count === 1 ? "row" : "rows"}, {figure(columns.length)}{" "}
          {columns.length === 1 ? "column" : "columns"}
        </p>
        <FileLink href={csv_url}>CSV</FileLink>
        <FileLink href={json_url}>JSON</FileLink>
      </header>
      <DataTable label="Rows" columns={shown} rows={rows} withSummary />
      <Section title="Sources">
        <ul className="divide-y divide-line border-y border-line">
          {sources.map((source, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same source may be named twice
            <li key={index} data-part={`sources.${index}`} className="flex flex-wrap gap-x-4 gap-y-1 py-2 text-body">
              <span className="min-w-0 flex-1 basis-60 break-all">{sourceName(source.source)}</span>
              <span className="tabular text-ink-faint">
                {source.format ? `${source.format.toUpperCase()}, ` : ""}
                {figure(source.rows)} {source.rows === 1 ? "row" : "rows"}
              </span>
              <SourceStatus source={source} />
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

/** The pipeline's "inline 2" and "upload {id}" as people call them; an address as it is. */
function sourceName(source: string): string {
  return source.replace(/^inline (\d+)$/, "Given text $1").replace(/^upload (\S+)$/, "Uploaded file $1");
}

const statusWords = { ok: "✓ read", empty: "◇ nothing in it", failed: "✕ failed" };
const statusColours = { ok: "text-good", empty: "text-person", failed: "text-bad" };

function SourceStatus({ source }: { source: Result["sources"][number] }) {
  return (
    <>
      <span className={`w-32 ${statusColours[source.status]}`}>{statusWords[source.status]}</span>
      {source.error ? <span className="basis-full text-ink-soft">{source.error}</span> : null}
    </>
  );
}
