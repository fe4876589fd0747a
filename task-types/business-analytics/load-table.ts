import * as z from "zod";
import type { PhaseRun } from "#task-types/define-pipeline.ts";
import { type Row, rowsSchema, type TableData } from "#task-types/table-data.ts";
import { readCsv } from "#task-types/tables/read-csv.ts";
import { guessFormat, readTable, textOf } from "#task-types/tables/read-table.ts";

/** The rows behind a table, however it was given. @throws Error in words when there is none. */
export async function loadTable(run: Pick<PhaseRun, "readUpload" | "readTaskResult">, data: TableData): Promise<Row[]> {
  const rows = await readAny(run, data);
  if (rows.length === 0) throw new Error("the data holds no rows");
  return rows;
}

async function readAny(run: Pick<PhaseRun, "readUpload" | "readTaskResult">, data: TableData): Promise<Row[]> {
  if (Array.isArray(data)) return data;
  if (typeof data === "string") return readText(data);
  if ("rows" in data) return data.rows;
  if ("csv" in data) return readCsv(data.csv);
  if ("upload_id" in data) {
    const file = await run.readUpload(data.upload_id);
    const text = textOf(file);
    return readTable(text, guessFormat(text, file.contentType, file.name)).rows;
  }
  const found = await run.readTaskResult(data.task_id);
  const rows = z.object({ rows: rowsSchema }).safeParse(found?.result);
  if (!rows.success) throw new Error(`the task ${data.task_id} has no finished result with rows`);
  return rows.data.rows;
}

function readText(text: string): Row[] {
  const format = guessFormat(text);
  return format === "json" ? readTable(text, "json").rows : readCsv(text);
}
