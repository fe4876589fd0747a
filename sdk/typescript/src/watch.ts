import { HubApiError } from "./errors.ts";
import { readEvents } from "./read-events.ts";
import { sleep } from "./sleep.ts";
import type { Transport } from "./transport.ts";
import type { TaskFilters, TaskUpdate } from "./types.ts";

/** The hub says something at least every 15 s; silence for this long is a lost connection. */
const silence = 45_000;
const maxPause = 15_000;

export type WatchOptions = { filters?: TaskFilters; lastEventId?: string; signal?: AbortSignal };

/** The live stream of tasks, opened again wherever it breaks. */
export async function* watchTasks(transport: Transport, options: WatchOptions): AsyncGenerator<TaskUpdate> {
  const { filters, signal } = options;
  let lastEventId = options.lastEventId;
  for (let failures = 0; !signal?.aborted; ) {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silence);
    try {
      const headers = { accept: "text/event-stream", ...(lastEventId && { "last-event-id": lastEventId }) };
      const both = signal ? AbortSignal.any([signal, silent.signal]) : silent.signal;
      const response = await transport.open("/api/tasks/stream", { query: filters, headers, signal: both });
      failures = 0;
      if (!response.body) throw new Error("The stream has no body");
      const heard = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          clearTimeout(timer);
          timer = setTimeout(() => silent.abort(), silence);
          controller.enqueue(chunk);
        },
      });
      for await (const { id, event, data } of readEvents(response.body.pipeThrough(heard))) {
        lastEventId = id ?? lastEventId;
        if (event !== "task") continue;
        const update = JSON.parse(data) as Omit<TaskUpdate, "id" | "task"> & { task?: TaskUpdate["task"] };
        yield { ...update, id: lastEventId ?? "", task: update.task ?? null };
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof HubApiError && error.status < 500 && error.status !== 429) throw error;
      failures += 1;
    } finally {
      clearTimeout(timer);
      silent.abort();
    }
    if (!signal?.aborted) await sleep(Math.min(500 * 2 ** failures, maxPause), signal).catch(() => {});
  }
}
