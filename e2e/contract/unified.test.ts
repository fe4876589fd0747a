import type { Json } from "#lib/contract/json.ts";
import { taskTypeNames } from "#task-types/schemas.ts";
import * as document from "./documents/unified.ts";
import { type Client, expect, field, items, test } from "./fixtures.ts";
import { shapeFaults } from "./same-shape.ts";

/** The document's own post, as a key without a profile makes it. */
async function waitingPost(client: Client): Promise<string> {
  const { method, path, body } = document.createPost;
  const made = await client.send(method, path, { ...body, target_length: 300 });
  const id = String(field(made.body, "id"));
  await client.until(`/api/tasks/${id}`, ["awaiting_approval"]);
  return id;
}

const at = (path: string, id: string) => path.replace("{id}", id);

test("its request creates a post, and is answered as it shows", async ({ account }) => {
  const client = await account.keyed();
  const { method, path, body, status, response } = document.createPost;
  const made = await client.send(method, path, body);
  expect(made.status).toBe(status);
  expect(shapeFaults(response, made.body)).toEqual([]);
  expect(made.body).toMatchObject({ status: "pending", message: response.message, task_id: field(made.body, "id") });
  expect(field(made.body, "user_id")).toBe(`api_key_user_${account.id}`);
});

test("lists, details and decisions are answered as it shows, from waiting to deleted", async ({ account }) => {
  const client = await account.keyed();
  const id = await waitingPost(client);

  const list = await client.send(document.listWaiting.method, document.listWaiting.path);
  expect(list.status).toBe(document.listWaiting.status);
  expect(shapeFaults(document.listWaiting.response, list.body)).toEqual([]);
  const [item] = items(list.body, "tasks");
  expect(item).toMatchObject({
    task_id: id,
    id: String(field(item, "number")),
    approval_status: "pending_human_review",
  });

  const { method, path, status, response } = document.details;
  const read = await client.send(method, at(path, id));
  expect(read.status).toBe(status);
  expect(shapeFaults(response, read.body)).toEqual([]);
  expect(shapeFaults(document.tracked, read.body)).toEqual([]);
  const score = Number(field(read.body, "quality_score"));
  expect(score).toBeGreaterThanOrEqual(1);
  expect(score).toBeLessThanOrEqual(10);
  // "Task UUID or numeric ID"
  const byNumber = await client.send(method, at(path, String(field(read.body, "number"))));
  expect(field(byNumber.body, "id")).toBe(id);
  // The image is there for an <img>, which sends no credential.
  const image = await fetch(String(field(read.body, "featured_image_url")));
  expect(image.status).toBe(200);
  expect(image.headers.get("content-type")).toMatch(/^image\//);

  const approved = await client.send(document.approve.method, at(document.approve.path, id), document.approve.body);
  expect(approved.status).toBe(document.approve.status);
  expect(shapeFaults(document.approve.response, approved.body)).toEqual([]);
  expect(approved.body).toMatchObject({ ...document.approve.response, task_id: id, timestamp: expect.any(String) });

  const removed = await client.send(document.remove.method, at(document.remove.path, id));
  expect([removed.status, removed.body]).toEqual([document.remove.status, ""]);
  expect((await client.send("GET", `/api/tasks/${id}`)).status).toBe(404);
});

test("its four transitions are made, and kept in the task's history", async ({ account }) => {
  const client = await account.keyed();
  const id = await waitingPost(client);
  for (const [from, to] of document.transitions) {
    const moved = await client.send("PUT", `/api/tasks/${id}/status/validated`, { status: to, reason: `To ${to}` });
    expect(moved.status, `${from} → ${to}`).toBe(200);
    expect(field(moved.body, "message")).toBe(`Status changed: ${from} → ${to}`);
  }
  const history = await client.send("GET", `/api/tasks/${id}/status-history`);
  const made = items(history.body, "history").slice(-document.transitions.length);
  expect(made.map((entry) => [field(entry, "old_status"), field(entry, "new_status")])).toEqual(
    document.transitions.map((move) => [...move]),
  );
  expect(field(history.body, "history_count")).toBe(items(history.body, "history").length);
});

test("its state machine: a task without approval is completed", async ({ account }) => {
  const client = await account.keyed();
  const made = await client.send("POST", "/api/tasks", {
    task_type: "quiz",
    story_prompt:
      "Twice a day the tide fills an estuary and leaves it again. Salt marsh grows on flats above most tides.",
    difficulty: "easy",
    num_questions: 1,
  });
  const done = await client.until(`/api/tasks/${field(made.body, "id")}`, ["completed"]);
  expect(done.body).toMatchObject({ status: "completed", approval_status: null, progress: 100 });
  const list = await client.send(document.listCompleted.method, document.listCompleted.path);
  expect(list.status).toBe(200);
  expect(shapeFaults(document.listCompleted.response, list.body)).toEqual([]);
  expect(list.body).toMatchObject({ limit: 20, offset: 0, total: 1 });
});

test("its filters and its client's calls are accepted", async ({ account }) => {
  const client = await account.keyed();
  for (const status of document.statusesOfTheList) {
    expect((await client.send("GET", `/api/tasks?status=${status}`)).status, status).toBe(200);
  }
  for (const { method, path, body, status } of document.frontend as {
    method: string;
    path: string;
    body?: Json;
    status: number;
  }[]) {
    expect((await client.send(method, path, body)).status, path).toBe(status);
  }
  const none = await client.send("GET", "/api/tasks");
  expect(none.body).toMatchObject({ limit: 20, offset: 0, total: 0, tasks: [] });
  expect((await client.send("GET", "/api/tasks?limit=100")).status).toBe(200);
  for (const limit of [0, 101]) expect((await client.send("GET", `/api/tasks?limit=${limit}`)).status).toBe(400);
});

test("every type that it names is there, and listed", async ({ account }) => {
  expect(document.typesOfTheDocument.filter((name) => !(taskTypeNames as string[]).includes(name))).toEqual([]);
  const client = await account.keyed();
  for (const name of document.typesOfTheDocument) {
    expect((await client.send("GET", `/api/tasks?task_type=${name}`)).status, name).toBe(200);
  }
});
