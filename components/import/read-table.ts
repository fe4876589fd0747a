import type { Json } from "#lib/contract/json.ts";

/** What was dropped, as a table of text. */
export type Table = { columns: string[]; rows: string[][] };

/**
 * Reads CSV (commas, semicolons or tabs), a JSON array of objects, or JSON Lines.
 * @throws Error in words for the person who dropped it
 */
export async function readTable(text: string): Promise<Table> {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") throw new Error("There is nothing in it.");
  if (trimmed.startsWith("[")) return fromObjects(parseArray(trimmed));
  if (trimmed.startsWith("{")) return fromObjects(parseLines(trimmed));
  return readCsv(trimmed);
}

function parseArray(text: string): Json[] {
  try {
    const value = JSON.parse(text) as Json;
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    throw new Error(`This starts like JSON but is not: ${error instanceof Error ? error.message : error}`);
  }
}

function parseLines(text: string): Json[] {
  const whole = tryJson(text);
  if (whole !== undefined) {
    const { tasks } = whole as { tasks?: Json };
    return Array.isArray(tasks) ? tasks : [whole];
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const value = tryJson(line);
    if (value === undefined) throw new Error(`Line ${index + 1} is not JSON.`);
    return [value];
  });
}

function tryJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function fromObjects(items: Json[]): Table {
  const records = items.map((item, index) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      throw new Error(`Item ${index + 1} is not an object.`);
    }
    return flatten(item);
  });
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: records.map((record) => columns.map((column) => record[column] ?? "")) };
}

/** `{request_data: {topic}}` has the column `topic`, `{input_data: {prompt}}` the column `input_data.prompt`. */
function flatten(item: { [key: string]: Json }): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(item)) {
    const nested = typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
    if (nested && name === "request_data") Object.assign(cells, flatten(nested));
    else if (nested && name === "input_data") {
      for (const [part, inner] of Object.entries(nested)) cells[`${name}.${part}`] = cellText(inner);
    } else cells[name] = cellText(value);
  }
  return cells;
}

function cellText(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

async function readCsv(text: string): Promise<Table> {
  const { parse } = await import("csv-parse/browser/esm/sync");
  let lines: string[][];
  try {
    lines = parse(text, {
      delimiter: guessDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      bom: true,
    }) as string[][];
  } catch (error) {
    throw new Error(`This could not be read as CSV: ${error instanceof Error ? error.message : error}`);
  }
  const [head = [], ...rows] = lines;
  if (rows.length === 0) throw new Error("There is one line only: the first line names the columns, a row follows it.");
  const width = Math.max(head.length, ...rows.map((row) => row.length));
  const columns = distinct(Array.from({ length: width }, (_, index) => head[index]?.trim() || `column ${index + 1}`));
  return { columns, rows: rows.map((row) => columns.map((_, index) => row[index] ?? "")) };
}

/** A name that comes twice gets its place beside it. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, at) => (names.indexOf(name) === at ? name : `${name} (${at + 1})`));
}

/** The separator that the first line has most of. */
function guessDelimiter(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const [best] = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length);
  return best ?? ",";
}
