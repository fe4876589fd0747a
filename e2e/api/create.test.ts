import type { PricedTask } from "#lib/contract/priced-task.ts";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import type { Failure } from "../support/api-client.ts";
import { expect, test } from "../support/fixtures.ts";

const post = { task_type: "blog_post", topic: "How tides shape estuaries" };

test("fields flat and under request_data make the same task", async ({ api, db }) => {
  const flat = await api.post("/api/tasks", { ...post, tone: "casual", tags: ["sea"], priority: "high" });
  const nested = await api.post("/api/tasks", {
    task_type: "blog_post",
    priority: "high",
    request_data: { topic: post.topic, tone: "casual", tags: ["sea"] },
  });
  expect([flat.status, nested.status]).toEqual([201, 201]);
  expect(flat.body).toMatchObject({ status: "pending", state: "queued", message: expect.any(String) });
  expect(flat.body.id).toBe(flat.body.task_id);
  const rows = await db`
    select request_data, priority, request_sha256 from tasks where id in (${flat.body.id}, ${nested.body.id})`;
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]?.request_data).toMatchObject({ topic: post.topic, tone: "casual", style: "educational" });
});

test("a number stands for the id everywhere", async ({ api }) => {
  const id = await api.createPost();
  const { number } = (await api.get(`/api/tasks/${id}`)).body;
  expect((await api.get(`/api/tasks/${number}`)).body.task_id).toBe(id);
  expect((await api.get(`/api/tasks/${id}/`)).body.task_id).toBe(id);
});

test("the same id with the same request is the same task; with another it is taken", async ({ api, unique, db }) => {
  const first = await api.post("/api/tasks", { ...post, task_id: unique });
  const again = await api.post("/api/tasks", { ...post, task_id: unique });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.number).toBe(first.body.number);
  const other = await api.post<Failure>("/api/tasks", { ...post, task_id: unique, tone: "casual" });
  expect([other.status, other.body.error.code]).toEqual([409, "TASK_ID_TAKEN"]);
  expect(await db`select from tasks where id = ${unique}`).toHaveLength(1);
});

test("a dry run prices and makes nothing", async ({ api, unique, db }) => {
  const priced = await api.post<PricedTask>("/api/tasks?dry_run=true", { ...post, task_id: unique });
  expect(priced.status).toBe(200);
  expect(priced.body).toMatchObject({ valid: true, task_type: "blog_post", requires_approval: true });
  expect(await db`select from tasks where id = ${unique}`).toHaveLength(0);
});

test("an Idempotency-Key makes one task of many requests", async ({ api, unique, db }) => {
  const body = { ...post, task_source_id: unique };
  const headers = { "idempotency-key": unique };
  const first = await api.post("/api/tasks", body, headers);
  const again = await api.post("/api/tasks", body, headers);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  const other = await api.post<Failure>("/api/tasks", { ...body, tone: "casual" }, headers);
  expect([other.status, other.body.error.code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
  expect(await db`select from tasks where task_source_id = ${unique}`).toHaveLength(1);
});

const faulty: [string, Record<string, unknown>, string][] = [
  ["an unknown field", { ...post, statuz: 1 }, "statuz"],
  ["a status of one's own", { ...post, status: "approved" }, "status"],
  ["an account of one's own", { ...post, account_id: "x" }, "account_id"],
  ["a field at both places", { ...post, request_data: { topic: "Tides" } }, "topic"],
  ["no such type", { ...post, task_type: "blog" }, "task_type"],
  ["a topic that is none", { task_type: "blog_post", topic: "" }, "topic"],
  ["an id that is a route", { ...post, task_id: "bulk" }, "task_id"],
  ["an id that is a number", { ...post, task_id: "42" }, "task_id"],
  ["a null character", { ...post, topic: "Tides\u0000" }, "topic"],
];

for (const [name, body, field] of faulty) {
  test(`${name} is refused by its name`, async ({ api }) => {
    const answer = await api.post<Failure>("/api/tasks", body);
    expect([answer.status, answer.body.error.code]).toEqual([422, "VALIDATION_ERROR"]);
    expect(answer.body.error.details.field).toBe(field);
  });
}

const hostile: [string, string, number][] = [
  ["half a surrogate pair", '{"task_type":"blog_post","topic":"Tides \\ud800"}', 422],
  ["a prototype", '{"task_type":"blog_post","topic":"Tides","__proto__":{"admin":true}}', 422],
  ["a prototype in free fields", '{"task_type":"blog_post","topic":"Tides","metadata":{"__proto__":{"a":1}}}', 422],
  [
    "endless nesting",
    `{"task_type":"blog_post","topic":"Tides","metadata":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`,
    422,
  ],
  ["a number beyond all bounds", '{"task_type":"blog_post","topic":"Tides","target_length":1e999}', 422],
  ["SQL", `{"task_type":"blog_post","topic":"'); drop table tasks; --"}`, 201],
  ["half a body", '{"task_type":', 400],
  ["no object", "[1]", 400],
  ["two bodies", "{}{}", 400],
];

for (const [name, raw, status] of hostile) {
  test(`${name} answers ${status}`, async ({ api }) => {
    const answer = await api.send<TaskResponse | Failure>("POST", "/api/tasks", { raw });
    expect(answer.status).toBe(status);
  });
}
