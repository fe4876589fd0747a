import type * as z from "zod";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { Row } from "#task-types/table-data.ts";
import { isBoundedTable } from "#task-types/tables/bounded-table.ts";
import { readTable } from "#task-types/tables/read-table.ts";
import { columnsOf } from "#task-types/tables/write-csv.ts";
import { attempt, type Fetched } from "./fetch-sources.ts";
import { dataRetrieval } from "./schema.ts";
import { readFilters, selectRows } from "./select-rows.ts";

type Run = PhaseRun<z.output<typeof dataRetrieval.request>>;
type Result = z.output<typeof dataRetrieval.result>;
export type Extracted = Pick<Result, "rows" | "sources" | "columns">;

/** As many rows and characters of JSON as a result can hold. */
const mostRows = 20_000;
const mostCharacters = 2_000_000;

/** The rows of all sources in order, and how each answered. */
export async function extractRows(run: Run, fetched: Fetched): Promise<Extracted> {
  let rows: Row[] = [];
  const sources: Result["sources"] = [];
  for (const each of fetched) {
    const { selected, source } = await extractOne(run, each);
    rows = rows.concat(selected);
    sources.push(source);
  }
  const kept = fitting(rows);
  if (kept.length < rows.length) run.warn(`There were ${rows.length} rows; the first ${kept.length} are kept.`);
  return { rows: kept, sources, columns: run.request.fields.length > 0 ? run.request.fields : columnsOf(kept) };
}

/** The same for the sources of the round; the rows of all others stand as they did, as people may have edited them. */
export async function extractAgain(run: Run, fetched: Fetched): Promise<Extracted> {
  const { rows, sources, columns } = dataRetrieval.result
    .pick({ rows: true, sources: true, columns: true })
    .parse(run.previous?.result);
  let at = 0;
  const own = sources.map((source, index) => {
    const part = rows.slice(at, at + source.rows);
    at += source.rows;
    return { source, rows: part, isNamed: run.blocks?.includes(index) ?? false };
  });
  let frozen = own.flatMap((each) => (each.isNamed ? [] : each.rows));
  for (const [index, each] of own.entries()) {
    const read = fetched[index];
    if (!each.isNamed || !read) continue;
    if (read.stale !== null) {
      run.warn(`The source ${read.source} could not be read again, and its rows stay as they were: ${read.stale}.`);
    } else {
      const { selected, source } = await extractOne(run, read);
      const kept = fitting(selected, frozen);
      if (kept.length < selected.length)
        run.warn(`The source ${read.source} has ${selected.length} rows; there was room for ${kept.length} of them.`);
      Object.assign(each, { rows: kept, source: { ...source, rows: kept.length } });
    }
    frozen = frozen.concat(each.rows);
  }
  const now = own.flatMap((each) => each.rows);
  const old = new Set(columnsOf(rows));
  const come = columnsOf(now).filter((name) => !old.has(name) && run.request.fields.length === 0);
  return { rows: now, sources: own.map(({ source }) => source), columns: [...columns, ...come] };
}

async function extractOne(run: Run, { source, text, format, error }: Fetched[number]) {
  const { fields } = run.request;
  const read = error === null ? await attempt(run, async () => readTable(text, format, fields)) : { error };
  if ("error" in read) {
    run.warn(`The source ${source} was left out: ${read.error}.`);
    return { selected: [], source: { source, status: "failed" as const, format: null, rows: 0, error: read.error } };
  }
  if (read.note) run.warn(`The source ${source}: ${read.note}.`);
  const selected = selectRows(read.rows, fields, readFilters(run.request.filters));
  const status: "ok" | "empty" = selected.length > 0 ? "ok" : "empty";
  return { selected, source: { source, status, format: read.format, rows: selected.length, error: null } };
}

/** The first rows that a result can hold, beside those that it holds already. */
function fitting(rows: Row[], beside: Row[] = []): Row[] {
  const weigh = (row: Row) => JSON.stringify(row).length + 1;
  const columns = new Set(columnsOf(beside));
  let left = beside.reduce((room, row) => room - weigh(row), mostCharacters);
  const most = Math.max(0, mostRows - beside.length);
  const end = rows.slice(0, most).findIndex((row, index) => {
    left -= weigh(row);
    for (const column of Object.keys(row)) columns.add(column);
    return left < 0 || !isBoundedTable(beside.length + index + 1, columns.size);
  });
  return rows.slice(0, end === -1 ? most : end);
}
