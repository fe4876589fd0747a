import type { FetchedFile } from "#task-types/phase-run.ts";
import type { Row } from "#task-types/table-data.ts";
import { findDelimiter, readCsvTable } from "./read-csv.ts";
import { readHtml } from "./read-html.ts";
import { readJson } from "./read-json.ts";
import { readXml } from "./read-xml.ts";

export type TableFormat = "json" | "csv" | "html" | "xml" | "text";
export type TableReading = { format: string; rows: Row[]; note: string | null };

/** Media types that a table may come as. */
export const tableTypes = [
  ...["application/json", "text/json", "application/x-ndjson", "application/geo+json", "application/ld+json"],
  ...["text/csv", "application/csv", "text/tab-separated-values", "application/vnd.ms-excel"],
  ...["application/xml", "text/xml", "application/rss+xml", "application/atom+xml"],
  ...["text/html", "application/xhtml+xml", "text/plain", "application/octet-stream"],
];

/** @throws Error in words for a caller when the text is nothing of that format. */
export function readTable(text: string, format: TableFormat, fields: readonly string[] = []): TableReading {
  if (format === "json") return { format, rows: readJson(text), note: null };
  if (format === "xml") return { format, rows: readXml(text), note: null };
  if (format === "csv") {
    const { rows, notes } = readCsvTable(text);
    return { format, rows, note: notes.join("; ") || null };
  }
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
  if (/^<(!doctype html|html|table|body|head|div|\?xml[^>]*>\s*<(!doctype html|html))/i.test(start)) return "html";
  if (/^<[?!]?[a-z]/i.test(start)) return "xml";
  return isDivided(start) ? "csv" : "text";
}

/** Whether at least two of the first lines have the same mark equally often, and do not read like prose. */
function isDivided(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const mark = findDelimiter(text);
  const counts = lines.slice(0, 10).map((line) => line.split(mark).length - 1);
  const alike = counts.filter((count) => count > 0 && counts.filter((other) => other === count).length > 1).length;
  const prose = lines.slice(0, 10).filter((line) => /[.!?]["”]?\s*$/.test(line)).length;
  return (alike > 1 || (counts[0] ?? 0) > 0) && lines.length > 1 && prose <= lines.slice(0, 10).length / 2;
}

/** A file's text in the encoding that its sender names. */
export function textOf({ bytes, charset }: FetchedFile): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
