import type { TaskSummary } from "#lib/contract/task.ts";
import { type Cell, csvLine } from "#lib/format/csv.ts";
import { presentListItem } from "#lib/http/profiles/unified.ts";

export const exportFileFormats = ["csv", "json"] as const;
export type ExportFileFormat = (typeof exportFileFormats)[number];

const mediaTypes: Record<ExportFileFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** A table's columns; the text itself is in the JSON alone. */
const columns = [
  ...["task_id", "number", "task_type", "state", "approval_status", "priority", "title", "topic", "excerpt"],
  ...["quality_score", "task_source_name", "task_source_id", "task_source_group_id", "model_used", "total_cost"],
  ...["degraded", "degraded_reasons", "error_message", "assigned_to", "due_at", "publish_at", "published_url"],
  ...["result_url", "created_at", "updated_at", "completed_at"],
] as const;

/** Tasks in the unified words as one file, written as its reader takes it. */
export function taskFile(format: ExportFileFormat, pages: AsyncIterable<TaskSummary[]>): Response {
  const text = format === "csv" ? csvText(pages) : jsonText(pages);
  return new Response(toStream(text), {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="tasks.${format}"`,
      "cache-control": "no-store",
    },
  });
}

/** Makes the next part when it is asked for, and no more of them once its reader has gone. */
function toStream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}

async function* csvText(pages: AsyncIterable<TaskSummary[]>): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const tasks of pages) {
    const lines = tasks.map((task) => {
      const item: Record<string, unknown> = presentListItem(task);
      return csvLine(columns.map((column) => toCell(item[column])));
    });
    yield lines.join("");
  }
}

function toCell(value: unknown): Cell {
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

async function* jsonText(pages: AsyncIterable<TaskSummary[]>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const tasks of pages) {
    for (const task of tasks) {
      yield separator + JSON.stringify(presentListItem(task));
      separator = ",\n";
    }
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}
