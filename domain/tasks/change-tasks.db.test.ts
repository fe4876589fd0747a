import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";
import type { Ctx } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { changeTasks, type ItemOutcome } from "#domain/tasks/change-tasks.ts";
import { deletion } from "#domain/tasks/delete-task.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { setPriority } from "#domain/tasks/set-priority.ts";
import { createTestHub, insertTaskIn, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

let hub: TestHub;
/** As the hub's, on a connection that writes down what it is asked. */
let watched: Ctx;
let pool: ReturnType<typeof connect>;
const asked: string[] = [];
beforeAll(async () => {
  hub = await createTestHub();
  pool = connect(hub.appUrl, { max: 1, debug: (_, query) => asked.push(query) });
  watched = { ...hub.ctx, db: drizzle(pool, { schema }) };
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await pool.end({ timeout: 1 });
  await hub.close();
});

const insertMany = (count: number, status: TaskStatus) =>
  Promise.all(Array.from({ length: count }, () => insertTaskIn(hub.ctx, status)));

const verbs: [string, TaskStatus, (ids: string[]) => Promise<ItemOutcome[]>][] = [
  ["cancel", "queued", (ids) => changeTasks(watched, cancelTask, ids, [{}])],
  ["approve", "awaiting_approval", (ids) => changeTasks(watched, approveTask, ids, [{}])],
  ["reject", "awaiting_approval", (ids) => changeTasks(watched, rejectTask, ids, [{ reason: "No" }])],
  ["send back", "awaiting_approval", (ids) => changeTasks(watched, regenerateTask, ids, [{ feedback: "Again" }])],
  ["assign", "awaiting_approval", (ids) => changeTasks(watched, assignTask, ids, [hub.ctx.actor.id])],
  ["prioritise", "awaiting_approval", (ids) => changeTasks(watched, setPriority, ids, ["urgent"])],
  ["retry", "failed", (ids) => changeTasks(watched, retryTask, ids, [])],
  ["delete", "cancelled", (ids) => changeTasks(watched, deletion, ids, [])],
];

it.each(verbs)("to %s many is one transaction, which looks for them once and reads no text", async (_, status, run) => {
  const tasks = await insertMany(5, status);
  const outcomes = await run(tasks.map(({ id }) => id));
  expect(outcomes.map(({ status }) => status)).toEqual(tasks.map(() => "done"));
  expect(asked.filter((query) => /^begin/i.test(query))).toHaveLength(1);
  expect(asked.filter((query) => /from "tasks".*for no key update$/s.test(query))).toHaveLength(1);
  for (const table of ["task_events", "audit", "reviews"]) {
    expect(asked.filter((query) => query.startsWith(`insert into "${table}"`)).length, table).toBeLessThanOrEqual(1);
  }
  expect(asked.filter((query) => /^select.*from "(?:phases|comments|task_events)"/s.test(query))).toEqual([]);
  expect(asked.filter((query) => /^select.*"(?:content|output)"/s.test(query))).toEqual([]);
});

it("what one task refuses is undone but for its record, and leaves the others done", async () => {
  const [first, last] = await insertMany(2, "awaiting_approval");
  const bare = await insertTaskIn(hub.ctx, "awaiting_approval", { revision: null, revisionSha256: null });
  const before = await readEverything(hub);
  // Its move is made before it turns out that it has no revision to decide on.
  const ids = [first?.id ?? "", bare.id, "never-was", last?.id ?? ""];
  const outcomes = await changeTasks(hub.ctx, rejectTask, ids, [{ reason: "No" }]);
  expect(outcomes.map(({ status }) => status)).toEqual(["done", "failed", "not_found", "done"]);
  const after = await readEverything(hub);
  expect(after.tasks?.find(({ id }) => id === bare.id)).toMatchObject({
    status: "awaiting_approval",
    version: bare.version,
  });
  expect(rowsAdded(before, after)).toMatchObject({ task_events: 3, reviews: 2, audit: 2 });
});

it("a task that is named by its id and its number is changed by the first of them", async () => {
  const task = await insertTaskIn(hub.ctx, "queued");
  const outcomes = await changeTasks(hub.ctx, cancelTask, [task.id, String(task.number)], [{}]);
  expect(outcomes).toEqual([
    { task_id: task.id, status: "done", reason: null },
    { task_id: String(task.number), status: "failed", reason: "The task is cancelled already" },
  ]);
  const twice = [String(task.number), task.id];
  expect((await changeTasks(hub.ctx, deletion, twice, [])).map(({ status }) => status)).toEqual(["done", "not_found"]);
});

it("many that are changed by two at once, in whichever order, wait for one another and end", async () => {
  const ids = (await insertMany(8, "queued")).map(({ id }) => id);
  const both = await Promise.all([
    changeTasks(hub.ctx, cancelTask, ids, [{}]),
    changeTasks(hub.ctx, cancelTask, ids.toReversed(), [{}]),
  ]);
  const statuses = both.map((outcomes) => [...new Set(outcomes.map(({ status }) => status))].join());
  expect(statuses.sort()).toEqual(["done", "failed"]);
});

it("a task of another account is not found", async () => {
  const theirs = await hub.addAccount("Second");
  const task = await insertTaskIn(theirs, "queued", { id: "theirs" });
  expect(await changeTasks(hub.ctx, cancelTask, [task.id], [{}])).toMatchObject([{ status: "not_found" }]);
});

it("needs the verb's right before anything else", async () => {
  const task = await insertTaskIn(hub.ctx, "queued");
  await expect(changeTasks(hub.as("viewer"), cancelTask, [task.id], [{}])).rejects.toMatchObject({ code: "FORBIDDEN" });
});
