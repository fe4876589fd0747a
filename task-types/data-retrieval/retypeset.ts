import type * as z from "zod";
import type { Retypeset, Typesetting } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { writeCsv } from "#task-types/tables/write-csv.ts";
import type { dataRetrieval } from "./schema.ts";

type Result = z.output<typeof dataRetrieval.result>;

/** The rows as CSV, in the result and as a file, and as a JSON file. */
export async function storeRows(
  rows: Result["rows"],
  columns: string[],
  { storeArtifact }: Pick<Typesetting, "storeArtifact">,
): Promise<Pick<Result, "csv" | "csv_url" | "json_url">> {
  const csv = writeCsv(rows, columns);
  const keep = (name: string, contentType: string, text: string) =>
    storeArtifact({ name, role: "data", contentType, bytes: new TextEncoder().encode(text) });
  return {
    csv,
    csv_url: await keep("rows.csv", "text/csv", csv),
    json_url: await keep("rows.json", "application/json", JSON.stringify(rows, null, 2)),
  };
}

/** New files for edited rows. */
export const retypesetRows: Retypeset<z.output<typeof dataRetrieval.request>, Result> = async (edit, tools) => {
  const { before, after } = edit;
  const derivation = { sources: ["rows", "columns"], derived: ["row_count", "csv", "csv_url", "json_url"] } as const;
  if (!sourceChanged(before.result, after.result, derivation, "result")) return after;
  const { rows, columns } = after.result;
  return { ...after, result: { ...after.result, row_count: rows.length, ...(await storeRows(rows, columns, tools)) } };
};
