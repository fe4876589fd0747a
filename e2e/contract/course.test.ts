import type { Json } from "#lib/contract/json.ts";
import * as document from "./documents/course.ts";
import { type Client, expect, field, items, test } from "./fixtures.ts";
import { shapeFaults } from "./same-shape.ts";

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const story = "Twice a day the tide fills an estuary and leaves it again. Salt marsh grows on flats above most tides.";

const quizOf = (fields: { [key: string]: Json }) => ({
  task_type: "quiz",
  request_data: { story_prompt: story, difficulty: "easy", num_questions: 1 },
  ...fields,
});

/** The document's films are long; once they were taken, nobody waits for them. */
async function remove(client: Client, made: Json): Promise<void> {
  const task_ids = items(made).map((task) => field(task, "task_id") ?? null);
  const removed = await client.send("POST", "/api/tasks/bulk-delete", { task_ids });
  expect(removed.body).toMatchObject({ success: true, deleted_count: task_ids.length });
}

const create = (client: Client, tasks: Json[]) => client.send("POST", "/api/tasks/bulk", { tasks });

test("its first curl commands, by token and by key, make one video that tells its content", async ({ account }) => {
  const { method, path, body, status } = document.curl;
  const byToken = await account.signedIn.send(method, path, body);
  expect(byToken.status).toBe(status);
  const [made] = items(byToken.body);
  expect(made).toMatchObject({
    task_id: "task_001",
    status: "QUEUED",
    user_id: account.userId,
    account_id: account.id,
  });
  expect(field(made, "request_data")).toMatchObject({ story_prompt: "Lesson about mathematics", segments: "maximum" });
  expect(field(made, "warnings")).toEqual([expect.stringContaining("content")]);

  const byKey = await (await account.keyed()).send(method, path, body);
  expect(byKey.status).toBe(status);
  expect(items(byKey.body)[0]).toMatchObject({ task_id: "task_001", user_id: account.userId });
  expect((await account.signedIn.send("GET", "/api/tasks/count/total")).body).toEqual({ total: 1 });
  await remove(account.signedIn, byKey.body);
});

test("its bulk of a video, a quiz and a video of maximum length is answered as it shows", async ({ account }) => {
  const client = await account.keyed("course");
  const { method, path, body, status, response } = document.createBulk;
  const made = await client.send(method, path, body);
  expect(made.status).toBe(status);
  expect(shapeFaults(response, made.body)).toEqual([]);
  const [first, second, third] = items(made.body);
  expect(first).toMatchObject({
    ...{ task_id: "task_001", task_type: "video", priority: "high", status: "QUEUED", progress: 1 },
    ...{ user_id: `api_key_user_${account.id}`, account_id: account.id },
    events: [{ message: "Task pending" }, { message: "Task added to video processing queue" }],
  });
  expect(second).toMatchObject({ task_type: "quiz", priority: "normal", task_source_name: "Course Creator" });
  expect(third).toMatchObject({ task_type: "video", priority: "low", task_source_id: "system_001" });
  for (const task of [second, third]) expect(String(field(task, "task_id"))).toMatch(uuidV4);
  await remove(client, made.body);
});

test("its mixed ids: an own one is kept, the other is made", async ({ account }) => {
  const { method, path, body, status, response } = document.mixedIds;
  const client = await account.keyed("course");
  const made = await client.send(method, path, body);
  expect(made.status).toBe(status);
  expect(shapeFaults(response, made.body)).toEqual([]);
  const [first, second] = items(made.body);
  expect(first).toMatchObject({ task_id: "important_task_001", task_source_id: "user_session_123" });
  expect(second).toMatchObject({ task_source_name: "API Integration", task_source_group_id: "batch_789" });
  expect(String(field(second, "task_id"))).toMatch(uuidV4);
  await remove(client, made.body);
});

test("a task without request_data is made PENDING and not queued, and requeue-pending leaves it", async ({
  account,
}) => {
  const client = await account.keyed("course");
  const made = await create(client, [{ task_id: "waits", task_type: "quiz" }, quizOf({ task_id: "" })]);
  expect(items(made.body)[0]).toMatchObject({ task_id: "waits", status: "PENDING", progress: 0 });
  expect(String(field(items(made.body)[1], "task_id"))).toMatch(uuidV4);
  const requeued = await client.send(document.requeue.method, document.requeue.path);
  expect(requeued.status).toBe(document.requeue.status);
  expect(requeued.body).toMatchObject({ success: true, requeued_count: 0, failed_count: 0, total_pending: 1 });
  expect(field((await client.send("GET", "/api/tasks/waits")).body, "status")).toBe("PENDING");
});

test("every query that it shows is accepted and finds what it names", async ({ account }) => {
  const client = await account.keyed("course");
  const sources = ["course_123", "course_456", "course_789", "course_001"];
  const made = await create(client, [
    ...sources.map((task_source_id) => ({ task_type: "quiz", task_source_id, task_source_group_id: "batch_456" })),
    { task_type: "quiz", task_id: "uuid-1234" },
  ]);
  expect(made.status).toBe(200);
  for (const path of document.queries) {
    const list = await client.send("GET", path);
    expect(list.status, path).toBe(200);
    const query = new URLSearchParams(path.split("?")[1]);
    const all = items(list.body, "tasks");
    expect(field(list.body, "total"), path).toBe(all.length);
    expect(field(list.body, "skip")).toBe(0);
    expect(field(list.body, "limit")).toBe(Number(query.get("limit") ?? 100));
    for (const [name, wanted] of [...query].filter(([key]) => !/limit|skip/.test(key))) {
      const of = { task_source_ids: "task_source_id", task_ids: "task_id" }[name] ?? name;
      for (const task of all) expect(wanted.split(","), path).toContain(field(task, of));
    }
  }
  const three = await client.send("GET", "/api/tasks?task_source_ids=course_123,,course_456,course_789");
  expect(field(three.body, "total")).toBe(3);
  const both = await client.send(
    "GET",
    "/api/tasks?task_source_group_id=batch_456&task_source_ids=course_123,course_789&status=PENDING",
  );
  expect(
    items(both.body, "tasks")
      .map((task) => field(task, "task_source_id"))
      .sort(),
  ).toEqual(["course_123", "course_789"]);
  expect(field((await client.send("GET", "/api/tasks?task_ids=uuid-1234,uuid-5678,uuid-9012")).body, "total")).toBe(1);
  // "Case sensitive"
  expect(field((await client.send("GET", "/api/tasks?task_source_ids=COURSE_123")).body, "total")).toBe(0);
});

test("its counts are totals, in its own words whatever the profile of the key", async ({ account }) => {
  const client = await account.keyed();
  await create(
    client,
    ["course_001", "course_123"].map((task_source_id) => quizOf({ task_source_id })),
  );
  const totals: Json[] = [];
  for (const path of document.counts) totals.push((await client.send("GET", path)).body);
  expect(totals).toEqual([{ total: 0 }, { total: 1 }]);
});

test("a finished quiz is listed as it shows, with its file and its questions", async ({ account }) => {
  const client = await account.keyed("course");
  const made = await create(client, [
    quizOf({ task_source_id: "course_456", task_source_name: "Science 102", task_source_group_id: "batch_456" }),
  ]);
  const id = field(items(made.body)[0], "task_id");
  await client.until(`/api/tasks/${id}`, ["completed"]);
  const { method, path, status, response } = document.listFinished;
  const list = await client.send(method, path);
  expect(list.status).toBe(status);
  expect(shapeFaults(response, list.body)).toEqual([]);
  const [task] = items(list.body, "tasks");
  expect(task).toMatchObject({ status: "COMPLETED", progress: 100, error_message: null, error_details: null });
  expect(items(field(task, "task_folder_content") ?? null, "questions")).toHaveLength(1);
  const file = await fetch(String(field(task, "result_url")));
  expect(file.headers.get("content-type")).toMatch(/^application\/json/);
});

test("a finished video is its result_url", async ({ account }) => {
  const client = await account.keyed("course");
  const request_data = {
    story_prompt: "The tide comes in. The tide goes out.",
    segments: 1,
    test_mode: true,
    resolution: "320*240",
  };
  const made = await create(client, [{ task_type: "video", task_source_id: "course_123", request_data }]);
  expect(made.status).toBe(200);
  await client.until(`/api/tasks/${field(items(made.body)[0], "task_id")}`, ["completed"]);
  const list = await client.send(document.listFinished.method, document.listFinished.path);
  const [task] = items(list.body, "tasks");
  expect(task).toMatchObject({ task_type: "video", status: "COMPLETED", progress: 100 });
  const film = await fetch(String(field(task, "result_url")), { headers: { range: "bytes=0-31" } });
  expect([film.status, film.headers.get("content-type")]).toEqual([206, "video/mp4"]);
});

test("limits: 100 unless said, 1000 at most", async ({ account }) => {
  const client = await account.keyed("course");
  expect((await client.send("GET", "/api/tasks")).body).toMatchObject({ limit: 100, skip: 0 });
  expect((await client.send("GET", "/api/tasks?limit=1000")).status).toBe(200);
  for (const limit of [0, 1001]) {
    const refused = await client.send("GET", `/api/tasks?limit=${limit}`);
    expect(refused.status).toBe(400);
    expect(field(refused.body, "detail")).toBe(field(field(refused.body, "error"), "message"));
  }
});
