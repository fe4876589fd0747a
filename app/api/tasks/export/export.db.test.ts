import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { exportTasks } from "#domain/tasks/export-tasks.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
let api: TestApi;
let key: string;

beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  await insertTaskIn(hub.ctx, "failed", { id: "one", title: '=HYPERLINK("http://a.example")', qualityScore: null });
  await insertTaskIn(hub.ctx, "awaiting_approval", {
    id: "two",
    taskSourceName: 'Tides, "and" banks',
    qualityScore: 8.1,
  });
  ({ key } = await createTestKey(hub.ctx, ["tasks:read"]));
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

const get = (query: string) => fetch(`${api.url}/api/tasks/export${query}`, { headers: { "x-api-key": key } });

it("gives what fits as CSV, with formulas made harmless", async () => {
  const answer = await get("?format=csv&sort_by=created_at&sort_order=asc");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="tasks.csv"');
  const [names, one, two, end] = (await answer.text()).split("\r\n");
  expect(names?.split(",").slice(0, 4)).toEqual(["task_id", "number", "task_type", "state"]);
  expect(one).toContain(`"'=HYPERLINK(""http://a.example"")"`);
  expect(two).toContain('"Tides, ""and"" banks"');
  expect(end).toBe("");
});

it("gives it as JSON, under the list's filters", async () => {
  const tasks = (await (await get("?format=json&status=failed")).json()) as { task_id: string }[];
  expect(tasks.map((task) => task.task_id)).toEqual(["one"]);
  expect(await (await get("?format=json&q=nothing-of-the-kind")).json()).toEqual([]);
  expect((await get("?format=xls")).status).toBe(400);
});

it("goes through every page", async () => {
  for (const id of ["three", "four", "five"]) await insertTaskIn(hub.ctx, "failed", { id });
  const pages: string[][] = [];
  for await (const page of exportTasks(hub.ctx, { filters: {}, sortBy: "created_at", sortOrder: "asc" }, 2)) {
    pages.push(page.map((task) => task.id));
  }
  expect(pages).toEqual([["one", "two"], ["three", "four"], ["five"]]);
});
