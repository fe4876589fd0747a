import * as z from "zod";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { type Row, rowsSchema, type TableData } from "#task-types/table-data.ts";
import { requireBoundedTable } from "#task-types/tables/bounded-table.ts";
import { guessFormat, readTable, type TableReading, textOf } from "#task-types/tables/read-table.ts";
import { columnsOf } from "#task-types/tables/write-csv.ts";

type Run = Pick<PhaseRun, "readUpload" | "readTaskResult" | "warn">;

/** The rows behind a table, however it was given. @throws Error in words when there is none. */
export async function loadTable(run: Run, data: TableData): Promise<Row[]> {
  const rows = await readAny(run, data);
  if (rows.length === 0) throw new Error("the data holds no rows");
  // Each row of JSON can bring columns of its own.
  requireBoundedTable(rows.length, columnsOf(rows).length);
  return rows;
}

async function readAny(run: Run, data: TableData): Promise<Row[]> {
  if (Array.isArray(data)) return data;
  if (typeof data === "string") return noted(run, readTable(data, guessFormat(data) === "json" ? "json" : "csv"));
  if ("rows" in data) return data.rows;
  if ("csv" in data) return noted(run, readTable(data.csv, "csv"));
  if ("upload_id" in data) {
    const file = await run.readUpload(data.upload_id);
    const text = textOf(file);
    return noted(run, readTable(text, guessFormat(text, file.contentType, file.name)));
  }
  const found = await run.readTaskResult(data.task_id);
  const rows = z.object({ rows: rowsSchema }).safeParse(found?.result);
  if (!rows.success) throw new Error(`the task ${data.task_id} has no finished result with rows`);
  return rows.data.rows;
}

/** What was passed over in reading is said. */
function noted(run: Run, { rows, note }: TableReading): Row[] {
  if (note) run.warn(`The data: ${note}.`);
  return rows;
}
