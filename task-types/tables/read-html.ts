import { type CheerioAPI, load } from "cheerio";
import { htmlToText } from "#lib/net/page-text.ts";
import type { Row } from "#task-types/table-data.ts";
import { readCell } from "./read-cell.ts";
import { toRow, uniqueColumns } from "./read-csv.ts";

type Element = ReturnType<typeof tablesOf>[number];

export type HtmlReading = { kind: "table" | "article"; rows: Row[]; tables: number };

/**
 * The rows of a page's table: the one that has most of the wanted fields, else the largest. A page without a table is
 * read as an article: title, text, author and time.
 */
export function readHtml(html: string, fields: readonly string[]): HtmlReading {
  const $ = load(html);
  const tables = tablesOf($)
    .filter((table) => $(table).find("table").length === 0)
    .map((table) => readTable($, table))
    .filter((rows) => rows.length > 0 && Object.keys(rows[0] ?? {}).length > 1);
  const [best] = tables.sort((left, right) => suits(right, fields) - suits(left, fields));
  if (best) return { kind: "table", rows: best, tables: tables.length };
  return { kind: "article", rows: readArticle($, html), tables: 0 };
}

function tablesOf($: CheerioAPI) {
  return $("table").toArray();
}

function readTable($: CheerioAPI, table: Element): Row[] {
  const grid = spread($, table);
  const [first, ...rest] = grid;
  if (!first) return [];
  const hasHeader = $(table).find("tr").first().find("th").length > 0 || $(table).find("thead").length > 0;
  const width = Math.max(...grid.map((cells) => cells.length));
  const header = hasHeader || rest.length > 0 ? first : [];
  const columns = uniqueColumns(Array.from({ length: width }, (_, index) => header[index] ?? ""));
  const body = header.length > 0 ? rest : grid;
  return body.filter((cells) => cells.some((cell) => cell !== "")).map((cells) => toRow(columns, cells.map(readCell)));
}

/** Cells that span rows or columns stand in each of the places that they cover. */
function spread($: CheerioAPI, table: Element): string[][] {
  const grid: string[][] = [];
  const lineAt = (index: number): string[] => {
    while (grid.length <= index) grid.push([]);
    return grid[index] ?? [];
  };
  for (const [at, row] of $(table).find("tr").toArray().slice(0, 5000).entries()) {
    for (const cell of $(row).find("th, td").toArray()) {
      const text = $(cell)
        .text()
        .replace(/\[\w{1,3}\]/g, "")
        .replace(/\s+/g, " ")
        .trim();
      const from = firstFree(lineAt(at));
      const across = Math.min(Number($(cell).attr("colspan")) || 1, 50);
      const down = Math.min(Number($(cell).attr("rowspan")) || 1, 200);
      for (let y = 0; y < down; y++) {
        for (let x = 0; x < across; x++) lineAt(at + y)[from + x] = text;
      }
    }
  }
  return grid.map((line) => Array.from(line, (cell) => cell ?? ""));
}

function firstFree(line: readonly (string | undefined)[]): number {
  // Not indexOf, which passes over places that were never set.
  const hole = line.findIndex((cell) => cell === undefined);
  return hole === -1 ? line.length : hole;
}

function readArticle($: CheerioAPI, html: string): Row[] {
  const meta = (names: string[]) =>
    names.map((name) => $(`meta[property="${name}"], meta[name="${name}"]`).attr("content")?.trim()).find(Boolean) ??
    null;
  const { title, text } = htmlToText(html);
  if (!text) return [];
  const published = meta(["article:published_time", "date", "dc.date"]) ?? $("time[datetime]").attr("datetime") ?? null;
  return [{ title, text: text.slice(0, 10_000), author: meta(["author", "article:author"]), published }];
}

function suits(rows: Row[], fields: readonly string[]): number {
  const columns = new Set(Object.keys(rows[0] ?? {}).map((column) => column.toLowerCase()));
  const known = fields.filter((field) => columns.has(field.toLowerCase())).length;
  return known * 1e6 + rows.length * columns.size;
}
