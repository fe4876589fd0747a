import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import type { SortField } from "#db/queries/task-order.ts";
import type { NewTaskRow } from "#db/schema/tasks.ts";
import { countTasks } from "#domain/tasks/count-tasks.ts";
import { type ListTasks, listTasks } from "#domain/tasks/list-tasks.ts";
import { encodeCursor } from "#domain/tasks/task-cursor.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

let hub: TestHub;
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const fixtures: (Partial<NewTaskRow> & { id: string; status: TaskStatus })[] = [
  { id: "a", status: "queued", priority: 0, createdAt: day(1), taskSourceGroupId: "spring", taskSourceId: "s1" },
  { id: "b", status: "awaiting_approval", priority: 3, createdAt: day(2), qualityScore: 8.1, taskSourceId: "s2" },
  { id: "c", status: "approved", priority: 1, createdAt: day(3), qualityScore: 6, taskSourceName: "Crawler" },
  { id: "d", status: "failed", priority: 1, createdAt: day(3), title: "100% of_tides", modelName: "ollama/mistral" },
  { id: "e", status: "completed", priority: 2, createdAt: day(4), qualityScore: 8.1, degraded: true },
  {
    id: "f",
    status: "awaiting_approval",
    createdAt: day(5),
    taskSourceGroupId: "Spring-2",
    modelUsed: "builtin/writer",
  },
];

beforeAll(async () => {
  hub = await createTestHub();
  for (const { status, ...values } of fixtures) await insertTaskIn(hub.ctx, status, values);
  await hub.owner`update tasks set assigned_to = ${hub.ctx.actor.id} where id = 'e'`;
});
afterAll(() => hub.close());

const list = (input: Partial<ListTasks> = {}) =>
  listTasks(hub.ctx, { filters: {}, sortBy: "created_at", sortOrder: "desc", limit: 20, offset: 0, ...input });
const ids = async (input: Partial<ListTasks> = {}) => (await list(input)).tasks.map(({ id }) => id).join("");

describe("a filter", () => {
  const filters: [TaskFilters, string][] = [
    [{}, "fedcba"],
    [{ statuses: ["awaiting_approval"] }, "fb"],
    [{ statuses: ["queued", "failed"] }, "da"],
    [{ statuses: [] }, ""],
    [{ taskTypes: ["blog_post"] }, "fedcba"],
    [{ taskTypes: ["video"] }, ""],
    [{ modelName: "ollama/mistral" }, "d"],
    [{ modelName: "builtin/writer" }, "f"],
    [{ groupId: "spring" }, "a"],
    [{ sourceIds: ["s1", "s2", "s3"] }, "ba"],
    [{ sourceName: "Crawler" }, "c"],
    [{ taskRefs: ["a", "2", "999", "nobody"] }, "ba"],
    [{ taskRefs: ["007"] }, ""],
    [{ priorities: [2, 3] }, "eb"],
    [{ text: "spring" }, "fa"],
    [{ text: "CRAWL" }, "c"],
    [{ text: "100%" }, "d"],
    [{ text: "%" }, "d"],
    [{ text: "f_t" }, "d"],
    [{ text: "\\" }, ""],
    [{ createdFrom: day(3), createdTo: day(4) }, "edc"],
    [{ minQuality: 8.1 }, "eb"],
    [{ minQuality: 0 }, "ecb"],
    [{ assignedTo: null }, "fdcba"],
    [{ degraded: true }, "e"],
    [{ degraded: false, statuses: ["awaiting_approval", "completed"], minQuality: 5 }, "b"],
  ];

  it.each(filters)("%j finds %s, and counts as many", async (filter, expected) => {
    expect(await ids({ filters: filter })).toBe(expected);
    expect((await list({ filters: filter, limit: 1 })).total).toBe(expected.length);
    expect(await countTasks(hub.ctx, filter)).toBe(expected.length);
  });

  it("by assignee finds theirs", async () => {
    expect(await ids({ filters: { assignedTo: hub.ctx.actor.id } })).toBe("e");
  });
});

describe("an order", () => {
  const orders: [SortField, "asc" | "desc", string][] = [
    ["created_at", "asc", "abcdef"],
    ["created_at", "desc", "fedcba"],
    ["priority", "asc", "acdfeb"],
    ["priority", "desc", "befdca"],
    ["status", "asc", "cbfeda"],
    ["quality_score", "asc", "cbeadf"],
    ["quality_score", "desc", "ebcfda"],
    ["task_type", "asc", "abcdef"],
    ["review_order", "asc", "becdfa"],
    ["review_order", "desc", "afdceb"],
  ];

  it.each(orders)("by %s %s is total, absent scores last", async (sortBy, sortOrder, expected) => {
    expect(await ids({ sortBy, sortOrder })).toBe(expected);
  });

  it.each(orders)("by %s %s is the same page by page, by cursor and by offset", async (sortBy, sortOrder, expected) => {
    for (const limit of [1, 2, 4]) {
      let cursor: string | undefined;
      let [byCursor, byOffset] = ["", ""];
      do {
        const page = await list({ sortBy, sortOrder, limit, cursor });
        byCursor += page.tasks.map(({ id }) => id).join("");
        byOffset += await ids({ sortBy, sortOrder, limit, offset: byOffset.length });
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([byCursor, byOffset]).toEqual([expected, expected]);
    }
  });
});

describe("a cursor", () => {
  it("skips and repeats nothing while tasks come in", async () => {
    const filters = { taskTypes: ["blog_post"] };
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page === 0 || cursor; page++) {
      const { tasks, nextCursor } = await list({ filters, limit: 2, cursor });
      seen.push(...tasks.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
      await insertTaskIn(hub.ctx, "cancelled", { id: `late-${page}` });
    }
    expect(seen).toEqual(["f", "e", "d", "c", "b", "a"]);
    await hub.owner`delete from tasks where id like 'late-%'`;
  });

  const refusal = (input: Partial<ListTasks>) =>
    list(input).then(
      () => "a page",
      ({ code, status }) => ({ code, status }),
    );
  const newest = { sortBy: "created_at", sortOrder: "desc" } as const;
  const uid = "01890000-0000-7000-8000-000000000000";
  it.each([
    ["of another order", encodeCursor({ sortBy: "priority", sortOrder: "asc" }, { values: ["1"], uid })],
    ["of no list", "bm90IGEgY3Vyc29y"],
    ["of nothing", "%%%"],
    ["with a time that is none", encodeCursor(newest, { values: ["yesterday"], uid })],
    ["with an id that is none", encodeCursor(newest, { values: [day(1).toISOString()], uid: "' or true" })],
    [
      "with more than its order has",
      encodeCursor(newest, { values: [day(1).toISOString(), day(1).toISOString()], uid }),
    ],
    ["with an unstorable value", encodeCursor(newest, { values: ["\u0000"], uid })],
  ])("%s is refused as a bad query", async (_, cursor) => {
    expect(await refusal({ cursor })).toEqual({ code: "VALIDATION_ERROR", status: 400 });
  });

  it.each<[SortField, string]>([
    ["priority", "high"],
    ["quality_score", "NaN or so"],
  ])("of %s with a value that is no number is refused too", async (sortBy, value) => {
    const cursor = encodeCursor({ sortBy, sortOrder: "desc" }, { values: [value], uid });
    expect(await refusal({ sortBy, cursor })).toEqual({ code: "VALIDATION_ERROR", status: 400 });
  });
});

it("shows a task as it is, without what belongs to the house", async () => {
  const { tasks, total, totalCapped } = await list({ filters: { taskRefs: ["b"] } });
  expect([total, totalCapped]).toEqual([1, false]);
  expect(tasks[0]).toMatchObject({
    id: "b",
    priority: "urgent",
    approvalStatus: "pending_human_review",
    qualityScore: 8.1,
    content: "Twice a day the sea comes in.",
  });
  for (const hidden of ["leaseId", "jobId", "requestSha256"]) expect(tasks[0]).not.toHaveProperty(hidden);
});

it("an id task_{uuid} is found under both of its names, as it is by address", async () => {
  const uuid = "6d5af4d2-5095-4149-b2f3-cf006cb3fde9";
  await insertTaskIn(hub.ctx, "queued", { id: `task_${uuid}`, taskSourceGroupId: "prefixed" });
  for (const ref of [uuid, `task_${uuid}`]) {
    const found = await list({ filters: { taskRefs: [ref], groupId: "prefixed" } });
    expect([found.total, found.tasks[0]?.id]).toEqual([1, `task_${uuid}`]);
  }
});

it.each([
  ["the only page", { limit: 10 }],
  ["the last page", { limit: 2, offset: 2 }],
  ["a page in between", { limit: 2, offset: 1 }],
  ["a page past the end", { limit: 2, offset: 50 }],
])("%s tells the same total, counted or not", async (name, page) => {
  for (const n of [1, 2, 3, 4]) {
    await insertTaskIn(hub.ctx, "queued", { id: `${name.replaceAll(" ", "-")}-${n}`, taskSourceName: name });
  }
  expect(await list({ filters: { sourceName: name }, ...page })).toMatchObject({ total: 4, totalCapped: false });
});
