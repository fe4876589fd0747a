import { expect, it, vi } from "vitest";
import { eventStream, type ServerSentEvent } from "#lib/http/event-stream.ts";

const event = (n: number): ServerSentEvent => ({ id: `7-${n}`, event: "task", data: { text: `line\n${n}` } });
const options = { signal: new AbortController().signal, allowed: async () => true };

/** Yields a batch for each list, then waits for its end. */
function source(...batches: ServerSentEvent[][]) {
  const state = { ended: false };
  const open = async function* (signal: AbortSignal) {
    try {
      for (const batch of batches) yield batch;
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
    } finally {
      state.ended = true;
    }
  };
  return { open, state };
}

async function readUntil(response: Response, text: string): Promise<{ seen: string; done: boolean }> {
  const decoder = new TextDecoder();
  let seen = "";
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk; chunk = await reader?.read()) {
    if (chunk.done) return { seen, done: true };
    seen += decoder.decode(chunk.value);
    if (seen.includes(text)) break;
  }
  await reader?.cancel();
  return { seen, done: false };
}

it("sends each event with its id, one line of data each, and how soon to come back", async () => {
  const { open, state } = source([event(1), event(2)], [event(3)]);
  const response = await eventStream(open, options);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
  const { seen } = await readUntil(response, "7-3");
  expect(seen.startsWith("retry: 2000\n\n")).toBe(true);
  expect(seen).toContain('id: 7-1\nevent: task\ndata: {"text":"line\\n1"}\n\nid: 7-2\n');
  await expect.poll(() => state.ended).toBe(true);
});

it("is answered once all its sources listen", async () => {
  const listens = Promise.withResolvers<void>();
  const slow = async function* () {
    await listens.promise;
    yield [];
    yield [event(2)];
  };
  let answered = false;
  const answer = eventStream([source([event(1)]).open, slow], options).finally(() => {
    answered = true;
  });
  await new Promise(setImmediate);
  expect(answered).toBe(false);
  listens.resolve();
  const { seen } = await readUntil(await answer, "7-2");
  expect(seen).toContain("7-1");
});

it("is not answered when a source fails to begin, leaves none running, and is over", async () => {
  const released = { source: false };
  const watched = async function* (signal: AbortSignal) {
    try {
      yield* source([event(1)]).open(signal);
    } finally {
      released.source = true;
    }
  };
  const broken = async function* (): AsyncGenerator<ServerSentEvent[]> {
    yield await Promise.reject(new Error("the database is away"));
  };
  const ended = vi.fn();
  await expect(eventStream([watched, broken], { ...options, ended })).rejects.toThrow("the database is away");
  await expect.poll(() => released.source).toBe(true);
  expect(ended).toHaveBeenCalledOnce();
});

it("keeps a quiet stream alive", async () => {
  const response = await eventStream(source([]).open, { ...options, keepAliveMs: 5 });
  expect((await readUntil(response, ": keep-alive\n\n")).done).toBe(false);
});

it.each<[string, () => Promise<boolean>]>([
  ["the credential is revoked", async () => false],
  ["nobody can tell whether it is", () => Promise.reject(new Error("the database is away"))],
])("ends when %s", async (_, allowed) => {
  const { open, state } = source([event(1)]);
  const { done, seen } = await readUntil(await eventStream(open, { ...options, allowed, keepAliveMs: 5 }), "never");
  expect(done).toBe(true);
  expect(seen).not.toContain("keep-alive");
  expect(state.ended).toBe(true);
});

it("ends with the client, and says so once", async () => {
  const client = new AbortController();
  const { open, state } = source([event(1)]);
  const ended = vi.fn();
  const response = await eventStream(open, { ...options, signal: client.signal, ended });
  expect(ended).not.toHaveBeenCalled();
  client.abort();
  client.abort();
  expect(ended).toHaveBeenCalledOnce();
  expect((await readUntil(response, "never")).done).toBe(true);
  expect(state.ended).toBe(true);
});

it("stops its source when the reader goes away", async () => {
  const { open, state } = source([event(1)]);
  await (await eventStream(open, options)).body?.cancel();
  await expect.poll(() => state.ended).toBe(true);
});

it("asks its source for no more than the client takes", async () => {
  const large = { event: "task", data: { text: "x".repeat(50_000) } };
  const state = { asked: 0 };
  const endless = async function* () {
    for (;;) {
      state.asked += 1;
      yield [large];
    }
  };
  const reader = (await eventStream(endless, options)).body?.getReader();
  await reader?.read();
  await expect.poll(() => state.asked).toBe(6);
  // One that takes two more makes room for two more, at whatever pace it does.
  await reader?.read();
  await reader?.read();
  await expect.poll(() => state.asked).toBe(8);
  await reader?.cancel();
});

it("ends for a client that reads nothing, when the credential is revoked", async () => {
  const state = { ended: false };
  const endless = async function* () {
    try {
      for (;;) yield [{ event: "task", data: "x".repeat(100_000) }];
    } finally {
      state.ended = true;
    }
  };
  const response = await eventStream(endless, { ...options, allowed: async () => false, keepAliveMs: 5 });
  await expect.poll(() => state.ended).toBe(true);
  await response.body?.cancel();
});
