import type { PhaseRun } from "#task-types/phase-run.ts";
import type { DataSource } from "#task-types/table-data.ts";
import { guessFormat, type TableFormat, tableTypes, textOf } from "#task-types/tables/read-table.ts";

/** Of one source. */
const mostBytes = 20 * 1024 * 1024;

export type SourceText = { text: string; format: TableFormat };

/** How a status names a source. */
export function nameSource(source: DataSource, index: number): string {
  if (source.type === "url") return source.url;
  return source.type === "upload" ? `upload ${source.upload_id}` : `inline ${index + 1}`;
}

/** @throws when it is not allowed, cannot be reached, or is no text. */
export async function readSource(
  run: Pick<PhaseRun, "fetchFile" | "readUpload">,
  source: DataSource,
): Promise<SourceText> {
  if (source.type === "inline") return { text: source.content, format: source.format ?? guessFormat(source.content) };
  const file =
    source.type === "url" ? await run.fetchFile(source.url, tableTypes) : await run.readUpload(source.upload_id);
  if (file.bytes.byteLength > mostBytes) throw new Error(`it holds more than ${mostBytes / 1024 / 1024} MiB`);
  const text = textOf(file);
  if (text.includes("\u0000")) throw new Error("it holds something that is no text");
  return { text, format: guessFormat(text, file.contentType, file.name) };
}
