import { ApiError, callApi } from "#lib/api-client.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type Outgoing = { index: number; task: JsonObject };

type Handlers = {
  onSent: (indexes: readonly number[]) => void;
  /** What the server refused of a row, by field; nothing of it was made. */
  onRefused: (index: number, faults: Record<string, string>) => void;
  onWait: (seconds: number) => void;
  signal: AbortSignal;
};

const atOnce = 100;
const longestWaitSeconds = 60;

/**
 * Sends rows in hundreds, one after another. Every task has its own id, so a batch whose answer was lost is sent again
 * without harm. Rows that the server refuses stay behind; the others of their hundred go.
 * @throws ApiError for what no waiting mends
 */
export async function sendRows(importId: string, rows: readonly Outgoing[], handlers: Handlers): Promise<void> {
  const waiting = [...rows];
  while (waiting.length > 0 && !handlers.signal.aborted) {
    const batch = waiting.splice(0, atOnce);
    try {
      await sendBatch(importId, batch, handlers.signal);
      handlers.onSent(batch.map((row) => row.index));
    } catch (error) {
      if (handlers.signal.aborted) return;
      const again = await afterRefusal(error, batch, handlers);
      waiting.unshift(...again);
    }
  }
}

function sendBatch(importId: string, batch: readonly Outgoing[], signal: AbortSignal): Promise<unknown> {
  const body = { tasks: batch.map((row) => row.task) };
  const idempotencyKey = `import-${importId}-${fingerprint(JSON.stringify(body))}`;
  return callApi("/api/tasks/bulk", { method: "POST", body, idempotencyKey, signal });
}

/** @returns the rows to send again */
async function afterRefusal(error: unknown, batch: readonly Outgoing[], handlers: Handlers): Promise<Outgoing[]> {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 429) {
    const seconds = Math.min(error.retryAfter ?? 5, longestWaitSeconds);
    handlers.onWait(seconds);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return [...batch];
  }
  const faults = faultsByRow(error);
  if (faults.size === 0) throw error;
  for (const [at, found] of faults) {
    const row = batch[at];
    if (row) handlers.onRefused(row.index, found);
  }
  return batch.filter((_, at) => !faults.has(at));
}

/** `tasks.3.input_data.prompt` is about `input_data.prompt` of the batch's fourth; what is about an item of a list, about the list. */
function faultsByRow(error: ApiError): Map<number, Record<string, string>> {
  const { field, reason, issues = field ? [{ path: field, message: reason ?? error.message }] : [] } = error.details;
  const rows = new Map<number, Record<string, string>>();
  for (const { path, message } of issues) {
    const [, at, inner = ""] = /^tasks\.(\d+)\.?(.*?)(?:\.\d+.*)?$/.exec(path) ?? [];
    if (at !== undefined) rows.set(Number(at), { ...rows.get(Number(at)), [inner]: message });
  }
  return rows;
}

/** FNV-1a: enough to tell one batch of an import from another. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
