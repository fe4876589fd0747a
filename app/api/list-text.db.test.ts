import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { insertDraft } from "#domain/publications/testing.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";

const text = `Twice a day the sea comes in. ${"It goes out again, and takes the sand with it. ".repeat(2_000)}`;

let hub: TestHub;
let api: TestApi;
let key: string;
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  await insertDraft(hub.ctx, { id: "long", title: "Tides", content: text });
  await hub.owner`update revisions set result = result - 'excerpt'`;
  ({ key } = await createTestKey(hub.ctx, ["tasks:read"]));
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

async function list(query: string, profile = "unified") {
  const headers = { "x-api-key": key, "x-api-profile": profile };
  const body = await (await fetch(`${api.url}/api/tasks${query}`, { headers })).text();
  return { bytes: body.length, item: JSON.parse(body).tasks?.[0] };
}

it("a list has each task's text, unless it is asked for without", async () => {
  const [whole, brief] = [await list(""), await list("?content=false")];
  expect(whole.item.content).toBe(text);
  const { content: _, ...others } = whole.item;
  expect(brief.item).toEqual(others);
  expect(brief.item.excerpt).toMatch(/^Twice a day the sea comes in\. It goes out/);
  expect(whole.bytes).toBeGreaterThan(text.length);
  expect(brief.bytes).toBeLessThan(5_000);
});

it.each(["course", "inference"])("%s has nothing cut short either way", async (profile) => {
  const [whole, brief] = [await list("", profile), await list("?content=false", profile)];
  const { content: _, ...others } = whole.item;
  expect(brief.item).toEqual(others);
});

it("refuses any other word", async () => {
  const answer = await fetch(`${api.url}/api/tasks?content=perhaps`, { headers: { "x-api-key": key } });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("must be true or false");
});

it("the text that is left out is not read either", async () => {
  const page = { filters: {}, sortBy: "created_at", sortOrder: "desc", limit: 1, offset: 0 } as const;
  const [brief, whole] = [await listTasks(hub.ctx, { ...page, briefly: true }), await listTasks(hub.ctx, page)];
  expect(brief.tasks[0]?.content).toBe(text.slice(0, 1_000));
  expect(whole.tasks[0]?.content).toBe(text);
});
