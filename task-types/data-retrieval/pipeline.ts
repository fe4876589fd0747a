import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { check } from "#task-types/quality/score.ts";
import { type Row, rowsSchema } from "#task-types/table-data.ts";
import { readTable } from "#task-types/tables/read-table.ts";
import { columnsOf } from "#task-types/tables/write-csv.ts";
import { nameSource, readSource } from "./read-source.ts";
import { retypesetRows, storeRows } from "./retypeset.ts";
import { dataRetrieval } from "./schema.ts";
import { cellOf, readFilters, selectRows } from "./select-rows.ts";

type Run = PhaseRun<z.output<typeof dataRetrieval.request>>;

const fetchedSchema = z.array(
  z.object({
    source: z.string(),
    text: z.string(),
    format: z.enum(["json", "csv", "html", "xml", "text"]),
    error: z.string().nullable(),
  }),
);
const extractedSchema = z.object({ rows: rowsSchema, sources: dataRetrieval.result.shape.sources });
const checkedSchema = z.object({ findings: dataRetrieval.result.shape.qa_feedback });
const filesSchema = z.object({ csv: z.string(), csv_url: z.string(), json_url: z.string() });

/** As many rows and characters of JSON as a result can hold. */
const mostRows = 20_000;
const mostCharacters = 2_000_000;
/** Characters that all sources together may bring. */
const mostText = 50_000_000;

/** Rows from many places; one that fails is named, and the others still count. */
export const dataRetrievalPipeline = definePipeline(dataRetrieval, {
  phases: {
    fetch: async (run) => {
      const { data_sources } = run.request;
      let done = 0;
      const fetched = await Promise.all(
        data_sources.map(async (source, index) => {
          const name = nameSource(source, index);
          const read = await attempt(run, () => readSource(run, source));
          run.progress(++done / data_sources.length, `Read ${done} of ${data_sources.length} sources`);
          return "error" in read
            ? { source: name, text: "", format: "text" as const, error: read.error }
            : { source: name, ...read, error: null };
        }),
      );
      if (fetched.every(({ error }) => error !== null)) {
        throw new Error(
          `none of the sources could be read: ${fetched.map(({ source, error }) => `${source}: ${error}`).join("; ")}`,
        );
      }
      return withinLimit(fetched);
    },

    extract: async (run) => {
      const filters = readFilters(run.request.filters);
      const { fields } = run.request;
      let rows: Row[] = [];
      const sources: z.output<typeof extractedSchema>["sources"] = [];
      for (const { source, text, format, error } of fetchedSchema.parse(run.outputs.fetch)) {
        const read = error === null ? await attempt(run, async () => readTable(text, format, fields)) : { error };
        if ("error" in read) {
          run.warn(`The source ${source} was left out: ${read.error}.`);
          sources.push({ source, status: "failed", format: null, rows: 0, error: read.error });
          continue;
        }
        if (read.note) run.warn(`The source ${source}: ${read.note}.`);
        const selected = selectRows(read.rows, fields, filters);
        rows = rows.concat(selected);
        sources.push({
          source,
          status: selected.length > 0 ? "ok" : "empty",
          format: read.format,
          rows: selected.length,
          error: null,
        });
      }
      const kept = fitting(rows);
      if (kept.length < rows.length) run.warn(`There were ${rows.length} rows; the first ${kept.length} are kept.`);
      return { rows: kept, sources };
    },

    qa: async (run) => {
      const { rows, sources } = extractedSchema.parse(run.outputs.extract);
      const { fields } = run.request;
      const missing = fields.filter((field) => rows.every((row) => (cellOf(row, field) ?? null) === null));
      if (rows.length > 0 && missing.length > 0) run.warn(`No source has a value for ${missing.join(", ")}.`);
      const failed = sources
        .filter(({ status }) => status === "failed")
        .map(({ source, error }) => `${source}: ${error}`);
      if (failed.length > 0) run.degrade(`${failed.length} of ${sources.length} sources could not be read.`);
      return {
        findings: [
          check(
            "sources",
            "Sources",
            failed,
            sources.length === 1 ? "The source was read" : `All ${sources.length} sources were read`,
          ),
          check("rows", "Rows", rows.length === 0 ? ["No row fits the fields and filters"] : [], `${rows.length} rows`),
          check(
            "fields",
            "Fields",
            missing.map((field) => `${field} has no values`),
            "Every field that was asked for has values",
          ),
        ],
      };
    },

    format: async (run) => {
      const { rows } = extractedSchema.parse(run.outputs.extract);
      return storeRows(rows, columnsFor(run, rows), run);
    },
  },

  retypeset: retypesetRows,

  finish: (outputs, { request }) => {
    const { rows, sources } = extractedSchema.parse(outputs.extract);
    const columns = request.fields.length > 0 ? request.fields : columnsOf(rows);
    const { findings } = checkedSchema.parse(outputs.qa);
    return {
      content: null,
      result: {
        rows,
        columns,
        row_count: rows.length,
        sources,
        ...filesSchema.parse(outputs.format),
        qa_feedback: findings,
      },
      qualityScore: null,
    };
  },
});

/** The first sources in order, as far as they can be kept with the task. */
function withinLimit(fetched: z.output<typeof fetchedSchema>): z.output<typeof fetchedSchema> {
  let left = mostText;
  return fetched.map((source) => {
    left -= source.text.length;
    if (left >= 0 || source.error !== null) return source;
    return { ...source, text: "", error: `the sources together hold more than ${mostText} characters` };
  });
}

function fitting(rows: Row[]): Row[] {
  let left = mostCharacters;
  const end = rows.slice(0, mostRows).findIndex((row) => {
    left -= JSON.stringify(row).length + 1;
    return left < 0;
  });
  return rows.slice(0, end === -1 ? mostRows : end);
}

function columnsFor({ request }: Run, rows: Row[]): string[] {
  return request.fields.length > 0 ? request.fields : columnsOf(rows);
}

/** A fault in words; what ends the attempt as a whole is not a fault of one source. */
async function attempt<Result extends object>(
  run: Run,
  work: () => Promise<Result>,
): Promise<Result | { error: string }> {
  try {
    return await work();
  } catch (error) {
    run.signal.throwIfAborted();
    return { error: (error instanceof Error ? error.message : String(error)).replace(/\.$/, "") };
  }
}
