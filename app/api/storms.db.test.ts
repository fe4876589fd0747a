import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { codeOf, type Send, testClient } from "#app/_server/testing-client.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { createTestHub, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
let api: TestApi;
let send: Send;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  send = testClient(api.url, { "x-api-key": (await createTestKey(hub.ctx)).key });
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

const post = { task_type: "blog_post", topic: "Tides" };

describe("200 equal creations at once", () => {
  it.each([
    ["/api/tasks", post],
    ["/api/tasks/bulk", { tasks: [post, post, post] }],
  ])("of %s with one Idempotency-Key are one", async (path, body) => {
    const before = await readEverything(hub);
    const key = { "idempotency-key": `storm of ${path}`.replaceAll(" ", "-") };
    const answers = await Promise.all(Array.from({ length: 200 }, () => send("POST", path, body, key)));
    const done = answers.filter(({ status }) => status < 300);
    expect(done.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const answer of answers.filter(({ status }) => status >= 300)) {
      expect([answer.status, codeOf(answer)]).toEqual([409, "IDEMPOTENCY_IN_FLIGHT"]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const tasks = path.endsWith("bulk") ? 3 : 1;
    expect(rowsAdded(before, await readEverything(hub))).toMatchObject({
      tasks,
      "pgboss.job": tasks,
      task_events: 2 * tasks,
    });
    const later = await send("POST", path, body, key);
    expect([later.text, later.headers.get("idempotency-replayed")]).toEqual([done[0]?.text, "true"]);
  });

  it("of one task_id make one task, told to all", async () => {
    const before = await readEverything(hub);
    const body = { ...post, task_id: "storm" };
    const answers = await Promise.all(Array.from({ length: 200 }, () => send("POST", "/api/tasks", body)));
    const statuses = Object.groupBy(answers, ({ status }) => status);
    expect(Object.keys(statuses).sort()).toEqual(["200", "201"]);
    expect(statuses[201]).toHaveLength(1);
    expect(new Set(answers.map(({ body: told }) => told.number)).size).toBe(1);
    expect(rowsAdded(before, await readEverything(hub))).toMatchObject({ tasks: 1, "pgboss.job": 1 });
  });

  it("and cancellations of it are one move, the rest conflicts on record", async () => {
    await send("POST", "/api/tasks", { ...post, task_id: "moved" });
    const before = await readEverything(hub);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send("POST", "/api/tasks/moved/cancel")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === "TASK_NOT_CANCELLABLE")).toHaveLength(49);
    expect(rowsAdded(before, await readEverything(hub))).toMatchObject({ task_events: 50, audit: 1 });
  });
});

describe("a key's own limit", () => {
  it("counts before the installation's, and says so", async () => {
    const limits = { limit_per_minute: 3, limit_burst: 3 };
    const { key } = await createKey(hub.ctx, { name: "slow", scopes: ["tasks:read"], ...limits });
    const slow = testClient(api.url, { "x-api-key": key });
    const begun = Date.now() / 1000;
    const answers = await Promise.all(Array.from({ length: 30 }, () => slow("GET", "/api/tasks")));
    const served = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    expect(served.length + refused.length).toBe(30);
    expect(served.length).toBeGreaterThanOrEqual(3);
    // Twice, should a minute have ended meanwhile.
    expect(served.length).toBeLessThanOrEqual(6);
    for (const { headers, body } of refused) {
      expect(headers.get("x-ratelimit-limit")).toBe("3");
      expect(headers.get("x-ratelimit-remaining")).toBe("0");
      const { details } = body.error as JsonObject;
      expect(details).toMatchObject({ limit_per_minute: 3, retry_after: Number(headers.get("retry-after")) });
      expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
      expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(begun - 1);
    }
    // Nobody else is held up by it.
    expect((await send("GET", "/api/tasks")).headers.get("x-ratelimit-limit")).toBe("100000");
  });

  it("is not felt by health and files", async () => {
    const { key } = await createKey(hub.ctx, { name: "one", scopes: ["tasks:read"], limit_per_minute: 1 });
    const one = testClient(api.url, { "x-api-key": key });
    for (let count = 0; count < 5; count += 1) expect((await one("GET", "/health/live")).status).toBe(200);
  });
});
