import type { Json } from "#lib/contract/json.ts";
import * as document from "./documents/concepts.ts";
import { expect, field, items, test } from "./fixtures.ts";
import { shapeFaults } from "./same-shape.ts";

const at = (path: string, id: string) => path.replace("{id}", id);
const keysOf = (value: Json) => Object.keys(value as { [key: string]: Json });

test("its request is accepted and answered as it shows, until it is completed", async ({ account }) => {
  const client = await account.keyed();
  const { method, path, body, status, response } = document.create;
  const made = await client.send(method, path, body);
  expect(made.status).toBe(status);
  expect(shapeFaults(response, made.body)).toEqual([]);
  expect(made.body).toMatchObject({
    type: response.type,
    status: "pending",
    message: response.message,
    metadata: body,
  });
  expect(keysOf(made.body).sort()).toEqual([...document.fields].sort());

  const id = String(field(made.body, "task_id"));
  const done = await client.until(at(document.completed.path, id), ["completed"]);
  expect(shapeFaults(document.completed.response, done.body)).toEqual([]);
  expect(done.body).toMatchObject({ task_id: id, message: document.completed.response.message, error_message: null });
  const image = await fetch(String(field(done.body, "image_url")));
  expect(image.headers.get("content-type")).toMatch(/^image\//);

  const concepts = await account.keyed("concepts");
  const list = await concepts.send("GET", "/api/tasks");
  expect(items(list.body).map((task) => field(task, "task_id"))).toEqual([id]);
  const read = await concepts.send("GET", `/api/tasks/${id}`);
  expect(keysOf(read.body).sort()).toEqual([...document.fields].sort());
});

test("a task at work and one that failed are told as it shows", async ({ account, db }) => {
  const client = await account.keyed();
  const made = await client.send(document.create.method, document.create.path, document.create.body);
  const id = String(field(made.body, "task_id"));
  await client.until(at(document.completed.path, id), ["completed"]);
  await db`update tasks set status = 'generating', message = 'Generating concept image', finished_at = null
    where account_id = ${account.id}`;
  const { method, path, status, response } = document.inProgress;
  const running = await client.send(method, at(path, id));
  expect(running.status).toBe(status);
  expect(shapeFaults(response, running.body)).toEqual([]);
  expect(running.body).toMatchObject({
    status: "processing",
    message: response.message,
    image_url: null,
    result_id: null,
  });

  const reason = document.failed.response.error_message;
  await db`update tasks set status = 'failed', error_message = ${reason} where account_id = ${account.id}`;
  const failed = await client.send(document.failed.method, at(document.failed.path, id));
  expect(shapeFaults(document.failed.response, failed.body)).toEqual([]);
  expect(failed.body).toMatchObject({ status: "failed", message: "Task failed", error_message: reason });
});

test("a refinement is accepted, with the words of its origin", async ({ account }) => {
  const client = await account.keyed();
  const made = await client.send(document.create.method, document.create.path, document.create.body);
  const done = await client.until(at(document.completed.path, String(field(made.body, "task_id"))), ["completed"]);
  const { method, path, body, status } = document.refine;
  const refined = await client.send(method, path, {
    ...body,
    original_image_url: field(done.body, "image_url") ?? null,
  });
  expect(refined.status).toBe(status);
  expect(refined.body).toMatchObject({ type: "concept_refinement", status: "pending" });
  expect(field(field(refined.body, "metadata"), "preserve_aspects")).toEqual(["shapes", "layout", "colors"]);
});
