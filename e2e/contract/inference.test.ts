import { WebSocket } from "ws";
import type { Json } from "#lib/contract/json.ts";
import { hub } from "../support/hub.ts";
import * as document from "./documents/inference.ts";
import { type Client, expect, field, items, test } from "./fixtures.ts";
import { shapeFaults } from "./same-shape.ts";

const at = (path: string, id: string) => path.replace("{id}", id);

async function created(client: Client, example: { method: string; path: string; body: Json }): Promise<string> {
  const made = await client.send(example.method, example.path, example.body);
  expect(made.status).toBe(201);
  return String(field(made.body, "task_id"));
}

test("its request is accepted, run and answered as it shows", async ({ account }) => {
  const client = await account.keyed();
  const { method, path, body, status, response } = document.create;
  const made = await client.send(method, path, body);
  expect(made.status).toBe(status);
  expect(shapeFaults(response, made.body)).toEqual([]);
  expect(made.body).toMatchObject({ status: "pending", task_type: body.task_type, model_name: body.model_name });
  const id = String(field(made.body, "task_id"));
  expect(id).toMatch(/^task_[0-9a-f]{8}-[0-9a-f]{4}-4/);

  const read = await client.until(at(document.read.path, id), ["completed"]);
  expect(shapeFaults(document.read.response, read.body)).toEqual([]);
  expect(read.body).toMatchObject({ task_id: id, status: "completed", progress: 100, error_message: null });
  const bare = await client.send("GET", at(document.read.path, id.replace("task_", "")));
  expect(bare.body).toEqual(read.body);

  const list = await client.send(document.list.method, document.list.path);
  expect(list.status).toBe(document.list.status);
  expect(shapeFaults(document.list.response, list.body)).toEqual([]);
  expect(list.body).toMatchObject({ total: 1, limit: 50, offset: 0 });
  expect(field(items(list.body, "tasks")[0], "task_id")).toBe(id);
  const byId = await client.send("GET", `/tasks?task_ids=${id}`);
  expect(field(byId.body, "total")).toBe(1);

  const finished = await client.send(document.cancel.method, at(document.cancel.path, id));
  expect(finished.status).toBe(409);
  expect(field(field(finished.body, "error"), "code")).toBe("TASK_NOT_CANCELLABLE");
});

test("its SDK's and its curl's request: created, then read until it is done", async ({ account }) => {
  const client = await account.keyed();
  const id = await created(client, document.curl);
  let status: Json | undefined = "pending";
  const poll = async () => {
    status = field((await client.send("GET", `/tasks/${id}`)).body, "status");
    return ["pending", "running"].includes(String(status));
  };
  await expect.poll(poll, { timeout: 90_000, intervals: [100] }).toBe(false);
  expect(status).toBe("completed");
});

test("its queries are accepted", async ({ account }) => {
  const client = await account.keyed();
  for (const path of document.queries) expect((await client.send("GET", path)).status, path).toBe(200);
  for (const path of ["/tasks?limit=0", "/tasks?limit=1001", "/tasks?status=unheard", "/tasks?sort_by=content"]) {
    expect((await client.send("GET", path)).status, path).toBe(400);
  }
});

test("a task that waits is cancelled as it shows, once; one that never was is not found", async ({ account, db }) => {
  const client = await account.keyed();
  // No worker may begin while nothing more may wait for review.
  await db`insert into account_settings (account_id, budgets) values (${account.id}, '{"review_backlog": 0}')`;
  const id = await created(client, document.curl);
  const stored = async () => (await db`select status from tasks where account_id = ${account.id}`)[0]?.status;
  await expect.poll(stored).toBe("on_hold");
  const { method, path, status, response } = document.cancel;
  const cancelled = await client.send(method, at(path, id));
  expect(cancelled.status).toBe(status);
  expect(shapeFaults(response, cancelled.body)).toEqual([]);
  expect(cancelled.body).toMatchObject({ task_id: id, status: "cancelled" });
  expect((await client.send(method, at(path, id))).status).toBe(409);
  const missing = await client.send(method, at(path, "task_123e4567-e89b-12d3-a456-426614174000"));
  expect([missing.status, field(field(missing.body, "error"), "code")]).toEqual([404, "TASK_NOT_FOUND"]);
  expect((await client.send("GET", "/tasks/task_123e4567-e89b-12d3-a456-426614174000")).status).toBe(404);
});

test("errors stand in its envelope", async ({ account }) => {
  const client = await account.keyed();
  const { method, path, body, status, response } = document.refused;
  const refused = await client.send(method, path, body);
  expect(refused.status).toBe(status);
  expect(shapeFaults(response, refused.body)).toEqual([]);
  expect(refused.body).toMatchObject({ error: { code: "VALIDATION_ERROR", details: { field: "model_name" } } });
  expect(refused.headers.get("x-request-id")).toBe(field(refused.body, "request_id"));
  for (const name of ["limit", "remaining", "reset"]) {
    expect(Number(refused.headers.get(`x-ratelimit-${name}`)), name).toBeGreaterThan(0);
  }
  const unknown = await client.send(method, path, { ...document.curl.body, task_type: "fortune_telling" });
  expect(unknown.status).toBe(422);
});

test("health and metrics have its names", async ({ account }) => {
  const client = await account.keyed();
  const { method, path, status, response } = document.health;
  const health = await client.send(method, path);
  expect(health.status).toBe(status);
  expect(shapeFaults(response, health.body)).toEqual([]);
  expect((await client.send(method, `/api${path}`)).status).toBe(status);
  const metrics = await client.send("GET", "/metrics");
  expect(metrics.headers.get("content-type")).toMatch(/^text\/plain/);
  const lines = String(metrics.body).split("\n");
  expect(document.metrics.filter((start) => !lines.some((line) => line.startsWith(start)))).toEqual([]);
});

test("its WebSocket: subscribing is answered by the present state, then by updates", async ({ account }) => {
  const client = await account.keyed();
  const id = await created(client, document.curl);
  const socket = new WebSocket(`${hub.baseUrl.replace("http", "ws")}/ws/tasks`, { headers: client.headers });
  const updates: { [key: string]: Json }[] = [];
  socket.on("message", (data) => updates.push(JSON.parse(String(data))));
  await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
  socket.send(JSON.stringify({ action: "subscribe", task_id: id }));
  await expect.poll(() => updates.at(-1)?.status, { timeout: 90_000, intervals: [50] }).toBe("completed");
  for (const update of updates)
    expect(update).toMatchObject({ task_id: id, progress: expect.any(Number), message: expect.any(String) });
  socket.close();
});
