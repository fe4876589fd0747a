import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type ErrorCode, errorStatuses } from "#lib/errors.ts";

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
const keyed = { "idempotency-key": "one" };

/** Each code of the envelope, and a request that is answered with it. */
const provoked: Partial<Record<ErrorCode, () => ReturnType<Send>>> = {
  VALIDATION_ERROR: () => send("POST", "/api/tasks", { task_type: "blog_post" }),
  UNAUTHENTICATED: () => testClient(api.url, {})("GET", "/api/tasks"),
  FORBIDDEN: async () =>
    testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx, ["tasks:read"])).key })(
      "POST",
      "/api/tasks",
      post,
    ),
  TASK_NOT_FOUND: () => send("GET", "/api/tasks/never-was"),
  NOT_FOUND: () => send("GET", "/api/nothing-here"),
  METHOD_NOT_ALLOWED: () => send("PUT", "/api/tasks", {}),
  INVALID_STATUS_TRANSITION: async () =>
    send("POST", `/api/tasks/${(await insertTaskIn(hub.ctx, "queued")).id}/approve`),
  TASK_NOT_CANCELLABLE: async () => send("POST", `/api/tasks/${(await insertTaskIn(hub.ctx, "approved")).id}/cancel`),
  TASK_ID_TAKEN: async () => {
    await send("POST", "/api/tasks", { ...post, task_id: "taken" });
    return send("POST", "/api/tasks", { ...post, task_id: "taken", tone: "casual" });
  },
  REVISION_CHANGED: async () => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    return send("POST", `/api/tasks/${id}/approve`, { revision_sha256: "0".repeat(64) });
  },
  ALREADY_APPROVED: () =>
    approveUnder({ approvals_needed: 2 }, async (approve) => {
      await approve();
      return approve();
    }),
  APPROVAL_NOT_ALLOWED: () => approveUnder({ allow_own_approval: false }, (approve) => approve()),
  PRECONDITION_FAILED: async () => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    return send("PATCH", `/api/tasks/${id}`, { content: "New" }, { "if-match": '"999"' });
  },
  PRECONDITION_REQUIRED: async () => {
    const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
    return send("PATCH", `/api/tasks/${id}`, { content: "New" });
  },
  PAYLOAD_TOO_LARGE: () => send("POST", "/api/tasks", { ...post, source_material: "x".repeat(4 * 1024 * 1024) }),
  UNSUPPORTED_MEDIA_TYPE: () => send("POST", "/api/tasks", "task_type=quiz", { "content-type": "text/plain" }),
  MODEL_NOT_FOUND: async () => {
    await send("PUT", "/api/models", { allow_substitution: false });
    const answer = await send("POST", "/api/tasks", { ...post, model_name: "openai/gpt-nobody" });
    await send("PUT", "/api/models", { allow_substitution: true });
    return answer;
  },
  IDEMPOTENCY_MISMATCH: async () => {
    await send("POST", "/api/tasks", post, keyed);
    return send("POST", "/api/tasks", { ...post, topic: "Sandbanks" }, keyed);
  },
  URL_NOT_ALLOWED: () => send("POST", "/api/tasks", { ...post, reference_urls: ["http://127.0.0.1/secret"] }),
  RATE_LIMITED: async () => {
    const { key } = await createKey(hub.ctx, { name: "slow", scopes: ["tasks:read"], limit_per_minute: 1 });
    const slow = testClient(api.url, { "x-api-key": key });
    for (let answer = await slow("GET", "/api/tasks"); ; answer = await slow("GET", "/api/tasks")) {
      if (answer.status !== 200) return answer;
    }
  },
  WORKER_UNAVAILABLE: () => send("POST", "/tasks", { ...post }),
};

/** A task under a policy for its type, and an approval of it by its own creator. */
async function approveUnder(policy: JsonObject, decide: (approve: () => ReturnType<Send>) => ReturnType<Send>) {
  const { id } = await insertTaskIn(hub.ctx, "awaiting_approval");
  await send("PUT", "/api/policies", { policy: { task_type: "blog_post", ...policy } });
  const answer = await decide(() => send("POST", `/api/tasks/${id}/approve`));
  const none = { approvals_needed: null, allow_own_approval: null };
  await send("PUT", "/api/policies", { policy: { task_type: "blog_post", ...none } });
  return answer;
}

/** Provoked elsewhere: by a second request while the first is under way, by a database that is away, by a fault of ours. */
const elsewhere: ErrorCode[] = [
  "IDEMPOTENCY_IN_FLIGHT",
  "SERVICE_UNAVAILABLE",
  "INTERNAL_ERROR",
  "BUDGET_EXCEEDED",
  "QUEUE_FULL",
];

it("has a request for every code", () => {
  expect([...Object.keys(provoked), ...elsewhere].sort()).toEqual(Object.keys(errorStatuses).sort());
});

it.each(Object.entries(provoked))("%s comes with its status, in the envelope", async (code, provoke) => {
  const { status, body, headers, text } = await provoke();
  expect(codeOf({ status, body, headers, text }), text).toBe(code);
  expect(status).toBe(errorStatuses[code as ErrorCode]);
  expect(body).toEqual({
    error: { code, message: expect.stringMatching(/./), details: expect.any(Object) },
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    request_id: headers.get("x-request-id"),
  });
  if (status === 429) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});

describe("the envelope", () => {
  it.each(["course", "concepts"])("tells clients of the %s profile the message as detail too", async (profile) => {
    const { body } = await send("GET", "/api/tasks/never-was", undefined, { "x-api-profile": profile });
    expect(body.detail).toBe((body.error as JsonObject).message);
  });

  it.each(["unified", "inference"])("has no detail for the %s profile", async (profile) => {
    const { body } = await send("GET", "/api/tasks/never-was", undefined, { "x-api-profile": profile });
    expect(body).not.toHaveProperty("detail");
  });

  it("takes the caller's request id where it is one, and makes one where it is not", async () => {
    const given = await send("GET", "/api/tasks/never-was", undefined, { "x-request-id": "trace-7" });
    expect([given.body.request_id, given.headers.get("x-request-id")]).toEqual(["trace-7", "trace-7"]);
    const odd = await send("GET", "/api/tasks/never-was", undefined, { "x-request-id": "<script>" });
    expect(odd.body.request_id).toMatch(/^req_[0-9a-f-]{36}$/);
  });

  it("is that of a 405 and of paths that are not there, with or without a credential", async () => {
    const anyone = testClient(api.url, {});
    for (const [method, path] of [
      ["GET", "/api"],
      ["POST", "/api/nothing"],
      ["DELETE", "/api/tasks/a/b/c/d"],
    ] as const) {
      expect(codeOf(await anyone(method, path)), path).toBe("NOT_FOUND");
    }
    const refused = await anyone("DELETE", "/health");
    expect([refused.status, codeOf(refused), refused.headers.get("allow")]).toEqual([
      ...[405, "METHOD_NOT_ALLOWED"],
      "GET, HEAD, OPTIONS",
    ]);
  });

  it("names one fault by field and reason, several by path and message", async () => {
    const one = await send("POST", "/api/tasks", { task_type: "blog_post" });
    expect(one.body.error).toMatchObject({ details: { field: "topic", reason: expect.any(String) } });
    const several = await send("POST", "/api/tasks", { task_type: "blog_post", tone: "shrill", status: "approved" });
    const { issues } = (several.body.error as JsonObject).details as { issues: JsonObject[] };
    expect(issues.map(({ path }) => path).sort()).toEqual(["status", "tone", "topic"]);
  });

  it("is a 400 for malformed JSON, a bad query and a bad account header", async () => {
    for (const [path, body, headers] of [
      ["/api/tasks", "{", {}],
      ["/api/tasks", "[]", {}],
      ["/api/tasks", "null", {}],
      ["/api/tasks", "", {}],
      ["/api/tasks?dry_run=perhaps", "{}", {}],
      ["/api/tasks?dry_run=true&dry_run=false", "{}", {}],
      ["/api/tasks", "{}", { "x-account-id": "a, b" }],
      ["/api/tasks", "{}", { "x-api-profile": "klingon" }],
      ["/api/tasks", "{}", { "idempotency-key": "two words" }],
    ] as const) {
      const answer = await send("POST", path, body, headers);
      expect([answer.status, codeOf(answer)], `${path} ${body} ${answer.text}`).toEqual([400, "VALIDATION_ERROR"]);
    }
    for (const query of ["status=done", "limit=0", "nothing=1", "q=a&q=b", "created_from=monday", "cursor=x"]) {
      expect((await send("GET", `/api/tasks?${query}`)).status, query).toBe(400);
    }
  });
});

describe("a bulk of up to 32 MiB and 100 tasks", () => {
  it("may be larger than other bodies; more tasks are a 422, more bytes a 413", async () => {
    const big = { ...post, source_material: "x".repeat(150_000) };
    const some = await send("POST", "/api/tasks/bulk?", { tasks: Array.from({ length: 40 }, () => big) });
    expect(some.status).toBe(200);
    const many = await send("POST", "/api/tasks/bulk", { tasks: Array.from({ length: 101 }, () => post) });
    expect([many.status, codeOf(many)]).toEqual([422, "VALIDATION_ERROR"]);
    const none = await send("POST", "/api/tasks/bulk", { tasks: [] });
    expect(none.status).toBe(422);
    const huge = await send("POST", "/api/tasks/bulk", { tasks: [{ topic: "x".repeat(33 * 1024 * 1024) }] });
    expect([huge.status, codeOf(huge)]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });

  it("makes nothing when one is at fault, and names every bad index and field", async () => {
    const tasks: JsonObject[] = Array.from({ length: 100 }, (_, n) => ({ ...post, task_id: `atom-${n}` }));
    tasks[3] = { task_type: "blog_post", topic: "", tone: "shrill" };
    tasks[50] = { task_type: "fortune", topic: "Tides" };
    tasks[98] = { task_type: "quiz", request_data: { story_prompt: "Tides", difficulty: "mean" } };
    tasks[99] = { ...post, request_data: { task_id: "atom-0" }, topic: undefined } as unknown as JsonObject;
    const before = await readEverything(hub);
    const answer = await send("POST", "/api/tasks/bulk", { tasks });
    expect(answer.status).toBe(422);
    const { issues } = (answer.body.error as JsonObject).details as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path).sort()).toEqual([
      ...["tasks.3.tone", "tasks.3.topic", "tasks.50.task_type", "tasks.98.request_data.difficulty"],
      ...["tasks.99.request_data.task_id", "tasks.99.request_data.topic"],
    ]);
    expect(await readEverything(hub)).toEqual(before);
  });

  it("answers in the order of the request, with those that were there as they are", async () => {
    const ids = Array.from({ length: 100 }, (_, n) => `order-${(n * 37) % 100}`);
    const there = await send("POST", "/api/tasks", { ...post, task_id: "order-50", topic: "The first" });
    expect(there.status).toBe(201);
    const response = await send("POST", "/api/tasks/bulk", { tasks: ids.map((task_id) => ({ ...post, task_id })) });
    const answered = JSON.parse(response.text) as { task_id: string; request_data: { topic: string } }[];
    expect(answered.map(({ task_id }) => task_id)).toEqual(ids);
    expect(
      answered.filter(({ request_data }) => request_data.topic === "The first").map(({ task_id }) => task_id),
    ).toEqual(["order-50"]);
  });
});
