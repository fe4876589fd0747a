import { type CheerioAPI, load } from "cheerio";
import { requireBounded } from "#lib/net/bounded-markup.ts";
import { htmlToText } from "#lib/net/page-text.ts";
import type { Row } from "#task-types/table-data.ts";
import { mostCells, mostColumns } from "./bounded-table.ts";
import { readCell } from "./read-cell.ts";
import { toRow, uniqueColumns } from "./read-csv.ts";

type Element = ReturnType<typeof tablesOf>[number];

export type HtmlReading = { kind: "table" | "article"; rows: Row[]; tables: number };

/**
 * The rows of a page's table: the one that has most of the wanted fields, else the largest. A page without a table is
 * read as an article: title, text, author and time.
 */
export function readHtml(html: string, fields: readonly string[]): HtmlReading {
  requireBounded(html, "html");
  const $ = load(html);
  const all = tablesOf($);
  const outer = new Set<unknown>(all.flatMap((table) => $(table).parents("table").toArray()));
  const tables = all
    .filter((table) => !outer.has(table))
    .map((table) => readTable($, table))
    .filter((rows) => rows.length > 0 && Object.keys(rows[0] ?? {}).length > 1);
  const [best] = tables.sort((left, right) => suits(right, fields) - suits(left, fields));
  if (best) return { kind: "table", rows: best, tables: tables.length };
  return { kind: "article", rows: readArticle($, html), tables: 0 };
}

function tablesOf($: CheerioAPI) {
  return $("table").toArray();
}

/** By their parents, not by `find`, which takes the square of the time for an element of many children. */
function linesOf($: CheerioAPI, table: Element) {
  return $(table).children("thead, tbody, tfoot").children("tr").toArray();
}

function readTable($: CheerioAPI, table: Element): Row[] {
  const grid = spread($, table);
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  const lines = linesOf($, table);
  const above = Math.max(1, headerLines($, lines));
  const headers = grid.length > 1 ? grid.slice(0, above) : [];
  const columns = uniqueColumns(Array.from({ length: width }, (_, index) => nameOver(headers, index)));
  const body = grid.slice(headers.length).filter((_, index) => !isNote($, lines[index + headers.length], width));
  return body
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) =>
      toRow(
        columns,
        cells.map((cell) => readCell(cell)),
      ),
    );
}

/** Lines above the first that holds a value: those of the head, or of header cells alone. */
function headerLines($: CheerioAPI, lines: Element[]): number {
  const isHeader = (line: Element) =>
    $(line).parent().is("thead") || ($(line).children("td").length === 0 && $(line).children("th").length > 0);
  const first = lines.findIndex((line) => !isHeader(line));
  return first === -1 ? 0 : first;
}

/** "Price Low" of "Price", which spans two columns, over "Low". */
function nameOver(headers: readonly string[][], index: number): string {
  return [...new Set(headers.map((line) => line[index] ?? ""))].filter(Boolean).join(" ");
}

/** One cell across the whole table says something about it and is no row. */
function isNote($: CheerioAPI, line: Element | undefined, width: number): boolean {
  const cells = line ? $(line).children("th, td") : null;
  return width > 1 && cells?.length === 1 && Number(cells.attr("colspan")) >= width;
}

/** Cells that span rows or columns stand in each of the places that they cover. */
function spread($: CheerioAPI, table: Element): string[][] {
  const grid: string[][] = [];
  let places = 0;
  const lineAt = (index: number): string[] => {
    while (grid.length <= index) grid.push([]);
    return grid[index] ?? [];
  };
  for (const [at, row] of linesOf($, table).slice(0, 5000).entries()) {
    let from = 0;
    for (const cell of $(row).children("th, td").toArray().slice(0, mostColumns)) {
      const text = $(cell)
        .text()
        .replace(/\[\w{1,3}\]/g, "")
        .replace(/\s+/g, " ")
        .trim();
      while (lineAt(at)[from] !== undefined) from++;
      const across = Math.min(Number($(cell).attr("colspan")) || 1, 50);
      const down = Math.min(Number($(cell).attr("rowspan")) || 1, 200);
      places += across * down;
      if (places > mostCells) throw new Error("a table in it has more cells than can be read");
      for (let y = 0; y < down; y++) {
        for (let x = 0; x < across; x++) lineAt(at + y)[from + x] = text;
      }
    }
  }
  return grid.map((line) => Array.from(line, (cell) => cell ?? ""));
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
