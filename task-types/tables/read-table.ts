import type { FetchedFile } from "#task-types/define-pipeline.ts";
import type { Row } from "#task-types/table-data.ts";
import { readCsv } from "./read-csv.ts";
import { readHtml } from "./read-html.ts";
import { readJson } from "./read-json.ts";

export type TableFormat = "json" | "csv" | "html" | "text";
export type TableReading = { format: string; rows: Row[]; note: string | null };

/** Media types that a table may come as. */
export const tableTypes = [
  ...["application/json", "text/json", "application/x-ndjson", "application/geo+json", "application/ld+json"],
  ...["text/csv", "application/csv", "text/tab-separated-values", "application/vnd.ms-excel"],
  ...["text/html", "application/xhtml+xml", "text/plain", "application/octet-stream"],
];

/** @throws Error in words for a caller when the text is nothing of that format. */
export function readTable(text: string, format: TableFormat, fields: readonly string[] = []): TableReading {
  if (format === "json") return { format, rows: readJson(text), note: null };
  if (format === "csv") return { format, rows: readCsv(text), note: null };
  if (format === "text") {
    return {
      format,
      rows: text.split(/\r?\n/).flatMap((line) => (line.trim() ? { text: line.trim().slice(0, 10_000) } : [])),
      note: null,
    };
  }
  const { kind, rows, tables } = readHtml(text, fields);
  const note = tables > 1 ? `it holds ${tables} tables; the one that fits best was read` : null;
  return { format: kind === "table" ? "html table" : "article", rows, note };
}

/** By the stated type, the name's ending, and what the text looks like. */
export function guessFormat(text: string, contentType = "", name = ""): TableFormat {
  if (/html/.test(contentType)) return "html";
  if (/json/.test(contentType) || /\.(json|jsonl|ndjson|geojson)$/i.test(name)) return "json";
  if (/csv|tab-separated|ms-excel/.test(contentType) || /\.(csv|tsv)$/i.test(name)) return "csv";
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (/^[[{]/.test(start)) return "json";
  if (/^<(!doctype|html|table|body|head|div|\?xml)/i.test(start)) return "html";
  const [first = "", second = ""] = start.split(/\r?\n/);
  const columns = (line: string) => line.split(/[,;\t|]/).length;
  return columns(first) > 1 && columns(first) === columns(second)
    ? "csv"
    : /[,;\t|]/.test(first) && second
      ? "csv"
      : "text";
}

/** A file's text in the encoding that its sender names. */
export function textOf({ bytes, charset }: FetchedFile): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
