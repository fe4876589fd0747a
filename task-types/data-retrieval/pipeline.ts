import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { check } from "#task-types/quality/score.ts";
import { extractAgain, extractRows } from "./extract-rows.ts";
import { fetchedSchema, fetchSources } from "./fetch-sources.ts";
import { retypesetRows, storeRows } from "./retypeset.ts";
import { dataRetrieval } from "./schema.ts";
import { cellOf } from "./select-rows.ts";

const extractedSchema = dataRetrieval.result.pick({ rows: true, sources: true, columns: true });
const checkedSchema = z.object({ findings: dataRetrieval.result.shape.qa_feedback });
const filesSchema = z.object({ csv: z.string(), csv_url: z.string(), json_url: z.string() });

/** Rows from many places; one that fails is named, and the others still count. */
export const dataRetrievalPipeline = definePipeline(dataRetrieval, {
  phases: {
    fetch: fetchSources,

    extract: (run) => {
      const fetched = fetchedSchema.parse(run.outputs.fetch);
      return run.blocks ? extractAgain(run, fetched) : extractRows(run, fetched);
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
      const { rows, columns } = extractedSchema.parse(run.outputs.extract);
      return storeRows(rows, columns, run);
    },
  },

  retypeset: retypesetRows,

  finish: (outputs) => {
    const { rows, sources, columns } = extractedSchema.parse(outputs.extract);
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
