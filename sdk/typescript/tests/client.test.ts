import { describe, expect, it } from "vitest";
import { HubApiError, OversightHub, WaitTimeoutError } from "../src/index.ts";
import { readEvents } from "../src/read-events.ts";

type Sent = { method: string; url: URL; headers: Headers; body: unknown };
type Reply = Response | Error;

/** A hub that gives these answers, one after the other. */
function scripted(...replies: Reply[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const { method = "GET", body } = init;
    const read = typeof body === "string" ? JSON.parse(body) : body;
    sent.push({ method, url: new URL(String(url)), headers: new Headers(init.headers), body: read });
    const reply = replies.shift();
    if (!reply) throw new Error("the script has ended");
    if (reply instanceof Error) throw reply;
    return reply;
  };
  return { sent, hub: new OversightHub({ baseUrl: "https://hub.test/", apiKey: "oh_key", fetch }) };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const failure = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(
    { error: { code, message: "No", details: { field: "topic" } }, timestamp: "", request_id: "req_1" },
    status,
    headers,
  );
const post = { task_type: "blog_post", topic: "Tides" } as const;

describe("requests", () => {
  it("carry the credential, the profile, and a key of their own that a repeat keeps", async () => {
    const { hub, sent } = scripted(
      new TypeError("fetch failed"),
      failure(503, "SERVICE_UNAVAILABLE"),
      json({ id: "a" }),
    );
    await hub.createTask(post);
    await hub.createTask(post, { idempotencyKey: "mine" }).catch(() => {});
    expect(sent[0]?.url.href).toBe("https://hub.test/api/tasks");
    expect(sent[0]?.body).toEqual(post);
    expect(sent[0]?.headers.get("x-api-key")).toBe("oh_key");
    expect(sent[0]?.headers.get("x-api-profile")).toBe("unified");
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys.slice(0, 4)).toEqual([keys[0], keys[0], keys[0], "mine"]);
  });

  it("wait as long as they are told before they are repeated", async () => {
    const { hub } = scripted(failure(429, "RATE_LIMITED", { "retry-after": "1" }), json({ total: 3 }));
    const started = performance.now();
    expect(await hub.countTasks({ status: ["failed", "rejected"] })).toBe(3);
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  it("that the hub refuses fail at once, with what it said", async () => {
    const { hub, sent } = scripted(failure(422, "VALIDATION_ERROR"));
    const error = await hub.createTask(post).catch((reason) => reason);
    expect(error).toBeInstanceOf(HubApiError);
    expect(error).toMatchObject({ status: 422, code: "VALIDATION_ERROR", requestId: "req_1", message: "No" });
    expect(error.details).toEqual({ field: "topic" });
    expect(error.is("VALIDATION_ERROR", "NOT_FOUND")).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it("that edit are not repeated when their fate is unknown, for they may have come through", async () => {
    const { hub, sent } = scripted(json({ content: "A" }, 200, { etag: '"4"' }), new TypeError("fetch failed"));
    await expect(hub.edit("a", ({ content }) => ({ content: `${content}B` }))).rejects.toThrow("fetch failed");
    expect(sent).toHaveLength(2);
    expect(sent[1]?.headers.get("if-match")).toBe('"4"');
    expect(sent[1]?.body).toEqual({ content: "AB" });
  });

  it("put lists into one parameter and ids safely into the path", async () => {
    const { hub, sent } = scripted(json({ tasks: [], next_cursor: null }), json({}));
    await hub.listTasks({ task_ids: ["a", "b"], limit: 5, q: undefined });
    await hub.getTask("a/b");
    expect(sent[0]?.url.search).toBe("?task_ids=a%2Cb&limit=5");
    expect(sent[1]?.url.pathname).toBe("/api/tasks/a%2Fb");
  });
});

it("all tasks are read page after page", async () => {
  const { hub, sent } = scripted(
    json({ tasks: [{ id: "1" }, { id: "2" }], next_cursor: "c" }),
    json({ tasks: [{ id: "3" }], next_cursor: null }),
  );
  const ids: string[] = [];
  for await (const { id } of hub.allTasks()) ids.push(id);
  expect(ids).toEqual(["1", "2", "3"]);
  expect(sent[1]?.url.searchParams.get("cursor")).toBe("c");
});

describe("waiting", () => {
  it("ends with the first state in which nothing more happens", async () => {
    const { hub } = scripted(...["queued", "generating", "awaiting_approval"].map((state) => json({ state })));
    expect(await hub.waitFor("a", { interval: 1 })).toEqual({ state: "awaiting_approval" });
  });

  it("ends in time", async () => {
    const { hub } = scripted(json({ task_id: "a", state: "queued" }));
    await expect(hub.waitFor("a", { timeout: 10, interval: 20 })).rejects.toThrow(WaitTimeoutError);
  });
});

describe("watching", () => {
  const stream = (text: string) => new Response(text, { headers: { "content-type": "text/event-stream" } });
  const event = (id: string) => `id: ${id}\nevent: task\ndata: {"type":"move","task_id":"a","task":{"id":"a"}}\n\n`;

  it("goes on where a broken stream was", async () => {
    const { hub, sent } = scripted(stream(`retry: 1\n\n${event("1-1")}: keep-alive\n\n`), stream(event("1-2")));
    const ids: string[] = [];
    for await (const update of hub.watch({ filters: { status: "failed" } })) {
      ids.push(update.id);
      if (ids.length === 2) break;
    }
    expect(ids).toEqual(["1-1", "1-2"]);
    expect(sent.map(({ headers }) => headers.get("last-event-id"))).toEqual([null, "1-1"]);
    expect(sent[0]?.url.search).toBe("?status=failed");
  });

  it("throws when the hub refuses the caller", async () => {
    const { hub } = scripted(failure(401, "UNAUTHENTICATED"));
    await expect(hub.watch().next()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

it("events are read however their bytes are cut", async () => {
  const text = "id: 1\r\ndata: é\r\ndata: b\r\n\r\n:c\n\nevent: x\rdata:2\r\rdata: half";
  for (const size of [1, 2, 3, 7, 100]) {
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    });
    const events = [];
    for await (const item of readEvents(body)) events.push(item);
    expect(events).toEqual([
      { id: "1", event: "message", data: "é\nb" },
      { id: null, event: "x", data: "2" },
    ]);
  }
});
