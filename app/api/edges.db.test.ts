import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
let api: TestApi;
let send: Send;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  send = testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx, [...scopes])).key });
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

const post = { task_type: "blog_post", topic: "Tides" };
const detailsOf = ({ body }: { body: JsonObject }) => (body.error as JsonObject | undefined)?.details as JsonObject;

describe("a time that no database can keep", () => {
  const times = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"];

  it.each(times)("%s is refused by its field, in a body and in an address", async (time) => {
    for (const field of ["due_at", "publish_at"]) {
      const answer = await send("POST", "/api/tasks", { ...post, [field]: time });
      expect([answer.status, detailsOf(answer)?.field], answer.text).toEqual([422, field]);
    }
    for (const field of ["created_from", "created_to"]) {
      const answer = await send("GET", `/api/tasks?${field}=${encodeURIComponent(time)}`);
      expect([answer.status, detailsOf(answer)?.field], answer.text).toEqual([400, field]);
    }
  });

  it.each([
    ["created_at", "0000-01-01T00:00:00Z"],
    ["priority", "99999"],
    ["priority", "1.5"],
    ["quality_score", "-1"],
  ])("and a cursor by %s that says %s is none", async (sortBy, value) => {
    const forged = JSON.stringify([sortBy, "desc", value, crypto.randomUUID()]);
    const cursor = Buffer.from(forged).toString("base64url");
    const answer = await send("GET", `/api/tasks?sort_by=${sortBy}&cursor=${cursor}`);
    expect([answer.status, detailsOf(answer)?.field], answer.text).toEqual([400, "cursor"]);
  });
});

describe("If-Match", () => {
  const patch = async (header: (version: number) => string) => {
    const { id, version } = await insertTaskIn(hub.ctx, "awaiting_approval");
    return send("PATCH", `/api/tasks/${id}`, { content: "Twice a day." }, { "if-match": header(version) });
  };

  it.each<[string, (version: number) => string]>([
    ["the ETag", (version) => `"${version}"`],
    ["one of several", (version) => `"999", "${version}"`],
    ["an ETag that a proxy has weakened", (version) => `W/"${version}"`],
    ["whatever is there", () => "*"],
  ])("lets %s be edited", async (_, header) => {
    expect((await patch(header)).status).toBe(200);
  });

  it.each<[string, (version: number) => string]>([
    ["an older one", (version) => `"${version - 1}"`],
    ["others", (version) => `"${version + 1}", "${version + 2}"`],
    ["one without its quotes", (version) => String(version)],
    ["nothing of the kind", () => '"abc"'],
  ])("refuses %s", async (_, header) => {
    const answer = await patch(header);
    expect([answer.status, codeOf(answer), detailsOf(answer)?.field]).toEqual([
      ...[412, "PRECONDITION_FAILED", "If-Match"],
    ]);
  });
});

it("an edit cannot leave a task without its text", async () => {
  const { id, version } = await insertTaskIn(hub.ctx, "awaiting_approval");
  for (const content of [null, " \n"]) {
    const answer = await send("PATCH", `/api/tasks/${id}`, { content }, { "if-match": `"${version}"` });
    expect([answer.status, detailsOf(answer)?.field], answer.text).toEqual([422, "content"]);
  }
});

describe("dry_run", () => {
  const concept = { logo_description: "A lighthouse", theme_description: "Night and sea" };
  const doors: [string, JsonObject][] = [
    ["/api/tasks", post],
    ["/tasks", post],
    ["/api/concepts/generate-with-palettes", concept],
    ["/api/concepts/refine", { original_image_url: "https://example.com/logo.png", refinement_prompt: "Bolder" }],
  ];

  it.each(doors)("at %s prices the task and makes nothing", async (path, body) => {
    const before = await readEverything(hub);
    const answer = await send("POST", `${path}?dry_run=true`, body);
    expect([answer.status, answer.body.valid, answer.body.estimated_cost], answer.text).toEqual([200, true, 0]);
    expect(await readEverything(hub)).toEqual(before);
  });

  it("judges what creation would: an assignee who is none", async () => {
    const answer = await send("POST", "/api/tasks?dry_run=true", { ...post, assigned_to: crypto.randomUUID() });
    expect([answer.status, detailsOf(answer)?.field]).toEqual([422, "assigned_to"]);
  });

  it("is refused where there is none, rather than carried out", async () => {
    const before = await readEverything(hub);
    const answer = await send("POST", "/api/tasks/bulk?dry_run=true", { tasks: [post] });
    expect([answer.status, detailsOf(answer)?.field]).toEqual([400, "dry_run"]);
    expect(await readEverything(hub)).toEqual(before);
  });
});

describe("a number, as answers tell it", () => {
  it("names a task in task_ids and items", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    const items = [{ task_id: task.number, revision_sha256: task.revisionSha256 ?? "" }];
    const approved = await send("POST", "/api/tasks/bulk-review", { items, decision: "approved" });
    expect(approved.body).toMatchObject({ approved_count: 1, details: [{ task_id: String(task.number) }] });
    const waiting = await insertTaskIn(hub.ctx, "queued");
    const body = { task_ids: [waiting.number], action: "cancel" };
    expect((await send("POST", "/api/tasks/bulk", body)).body).toMatchObject({ cancelled_count: 1 });
    const odd = await send("POST", "/api/tasks/bulk-cancel", { task_ids: [1.5] });
    expect([odd.status, detailsOf(odd)]).toEqual([
      422,
      { field: "task_ids.0", reason: "must be a task's id or number" },
    ]);
  });
});

describe("POST bulk", () => {
  it("asks for the reason of a rejection before it begins", async () => {
    const answer = await send("POST", "/api/tasks/bulk", { task_ids: ["a"], action: "reject" });
    expect([answer.status, detailsOf(answer)?.field]).toEqual([422, "reason"]);
  });

  it("does not guess whether to create or to change", async () => {
    const answer = await send("POST", "/api/tasks/bulk", { tasks: [post], task_ids: ["a"], action: "cancel" });
    expect(detailsOf(answer)?.reason).toMatch(/send tasks to create.*or task_ids/);
  });
});

it("an Idempotency-Key means one request, with and without a trailing slash", async () => {
  const headers = { "idempotency-key": "slash" };
  const [first, again] = [
    await send("POST", "/api/tasks", post, headers),
    await send("POST", "/api/tasks/", post, headers),
  ];
  expect([again.text, again.headers.get("idempotency-replayed")]).toEqual([first.text, "true"]);
});

it("a refused credential is told how many more may be tried", async () => {
  const refused = await testClient(api.url, { "x-api-key": "oh_nobody" })("GET", "/api/tasks");
  expect(refused.status).toBe(401);
  expect(Number(refused.headers.get("x-ratelimit-remaining"))).toBeGreaterThan(0);
});

describe("what is no request, or hardly one", () => {
  /** What the server writes to these bytes. */
  async function told(bytes: string): Promise<{ status: number; body: JsonObject }> {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.end(bytes);
    let text = "";
    for await (const chunk of socket) text += chunk;
    const [head = "", ...rest] = text.split("\r\n\r\n");
    const json = rest.join("").replace(/^[0-9a-f]+\r\n|\r\n0$/g, "");
    return { status: Number(head.split(" ")[1]), body: JSON.parse(json) };
  }
  const lines = (...given: string[]) => `${given.join("\r\n")}\r\n\r\n`;

  it.each([
    ["a line that is none", lines("FROB"), 400],
    ["no host", lines("GET /api/tasks HTTP/1.1", "Connection: close"), 400],
    ["a null byte", lines("GET /api/tasks\0 HTTP/1.1", "Host: hub"), 400],
    ["a path of 20,000 letters", lines(`GET /api/tasks/${"a".repeat(20_000)} HTTP/1.1`, "Host: hub"), 431],
    ["headers of 20 KiB", lines("GET /api/tasks HTTP/1.1", "Host: hub", `X-A: ${"a".repeat(20_480)}`), 431],
    ["an expectation", lines("GET /api/tasks HTTP/1.1", "Host: hub", "Expect: frob", "Connection: close"), 417],
  ])("is answered in the envelope: %s", async (_, bytes, status) => {
    const answer = await told(bytes);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error: { code: "VALIDATION_ERROR", message: expect.stringMatching(/./), details: expect.any(Object) },
      request_id: expect.stringMatching(/^req_/),
    });
  });

  it("may name the whole address, as proxies do; its host is not believed", async () => {
    const answer = await told(lines("GET http://evil.example/api/nothing HTTP/1.1", "Host: hub", "Connection: close"));
    expect([answer.status, answer.body.error]).toEqual([404, expect.objectContaining({ code: "NOT_FOUND" })]);
  });
});
