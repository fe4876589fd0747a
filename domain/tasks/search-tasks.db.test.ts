import { eq, type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Transaction } from "#db/client.ts";
import { countedFrom, type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { tasks } from "#db/schema/tasks.ts";
import { asSystem, type Ctx, inAccount } from "#domain/context.ts";
import { countTasks } from "#domain/tasks/count-tasks.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
let theirs: Ctx;
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  await insertTaskIn(hub.ctx, "queued", { id: "sale", title: "50% off_season\\prices, École d’été" });
  await insertTaskIn(hub.ctx, "queued", { id: "tide", title: "潮汐如何塑造河口", taskSourceName: "Crawler" });
  await insertTaskIn(hub.ctx, "queued", { id: "plain", title: "Plain", taskSourceGroupId: "Autumn/2026" });
  await insertTaskIn(theirs, "queued", { id: "secret", title: "Plain secret of the second account" });
});
afterAll(() => hub.close());

const page = { sortBy: "created_at", sortOrder: "asc", limit: 20, offset: 0 } as const;
const found = async (text: string, ctx = hub.ctx) =>
  (await listTasks(ctx, { ...page, filters: { text } })).tasks.map(({ id }) => id);

describe("a search", () => {
  it.each([
    ["off_s", ["sale"]],
    ["off%s", []],
    ["f_t", []],
    ["50% OFF", ["sale"]],
    ["season\\p", ["sale"]],
    ["%", ["sale"]],
    ["ÉCOLE D’ÉTÉ", ["sale"]],
    ["潮汐如何", ["tide"]],
    ["河口", ["tide"]],
    ["潮", ["tide"]],
    ["pl", ["plain"]],
    ["x", []],
    ["i", ["sale", "tide", "plain"]],
    ["crawler", ["tide"]],
    ["autumn/2026", ["plain"]],
    ["tide", ["tide"]],
    ["plainautumn", []],
    ["", ["sale", "tide", "plain"]],
  ])("for %j finds %j", async (text, expected) => {
    expect(await found(text)).toEqual(expected);
    expect(await countTasks(hub.ctx, { text })).toBe(expected.length);
  });

  it("knows a task by its present words, and none that is gone", async () => {
    const task = await insertTaskIn(hub.ctx, "queued", { title: "Before" });
    expect(await found("before")).toEqual([task.id]);
    await inAccount(hub.ctx, (tx) => tx.update(tasks).set({ title: "Afterwards" }).where(eq(tasks.uid, task.uid)));
    expect(await found("before")).toEqual([]);
    expect(await found("afterwards")).toEqual([task.id]);
    await deleteTask(hub.ctx, { uid: task.uid });
    expect(await found("afterwards")).toEqual([]);
    const [left] = await hub.owner`select count(*)::int as words from task_words where task_uid = ${task.uid}`;
    expect(left).toEqual({ words: 0 });
  });
});

describe("another account's words", () => {
  const seen = async (tx: Transaction, from: string) =>
    (await tx.execute(sql`select words from ${sql.raw(from)}`)).map((row) => String(row.words).split("\u001f")[1]);
  const own = ["secret"];

  it("are found by nobody else", async () => {
    expect(await found("secret")).toEqual([]);
    expect(await found("secret", theirs)).toEqual(own);
    expect(await countTasks(hub.ctx, { text: "plain" })).toBe(1);
  });

  it.each(["own_task_words", "task_words"])("are not in %s, whatever the transaction says it is", async (from) => {
    const { accountId } = theirs.actor;
    expect(await inAccount(theirs, (tx) => seen(tx, from))).toEqual(own);
    expect(await inAccount(hub.ctx, (tx) => seen(tx, from))).not.toContain("secret");
    for (const setting of ["", "00000000-0000-4000-8000-000000000000"]) {
      const rows = hub.db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('hub.account_id', ${setting}, true)`);
        return seen(tx, from);
      });
      expect(await rows).toEqual([]);
    }
    expect(await hub.db.transaction((tx) => seen(tx, from))).toEqual([]);
    const forged = hub.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('hub.account_id', ${`${accountId}' or true --`}, true)`);
      return seen(tx, from);
    });
    await expect(forged).rejects.toThrow();
  });

  it("stay theirs for a transaction that is set to one account and asks for another's tasks", async () => {
    const asked = await inAccount(hub.ctx, (tx) =>
      tx
        .select({ id: tasks.id })
        .from(tasks)
        .where(whereTasks(theirs.actor.accountId, { text: "secret" })),
    );
    expect(asked).toEqual([]);
  });

  it("are not opened by the rights of the house", async () => {
    expect(await asSystem(hub.db, (tx) => seen(tx, "own_task_words"))).toEqual([]);
  });

  it.each([
    "insert into own_task_words (task_uid, words) select task_uid, 'forged' from own_task_words",
    "update own_task_words set words = 'forged'",
    "delete from own_task_words",
  ])("cannot be written through the view: %s", async (statement) => {
    await expect(inAccount(hub.ctx, (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});

describe("the plan of a search", () => {
  beforeAll(async () => {
    await hub.owner`
      insert into tasks (uid, account_id, id, task_type, title, requires_approval, request_sha256, created_by)
      select gen_random_uuid(), ${hub.ctx.actor.accountId}, 'bulk-' || n, 'blog_post', 'Post ' || md5(n::text), true, '0', 'test'
      from generate_series(1, 3000) n`;
    await hub.owner`vacuum analyze task_words`;
    await hub.owner`analyze tasks`;
  });

  const planOf = (query: (tx: Transaction) => SQLWrapper) =>
    inAccount(hub.ctx, async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const plan = await tx.execute(sql`explain ${query(tx)}`);
      return plan.map((row) => row["QUERY PLAN"]).join("\n");
    });

  it("goes by the trigrams, under row-level security too", async () => {
    const filters = { text: "shape estuaries" };
    const plan = await planOf((tx) =>
      tx.select({ uid: tasks.uid }).from(tasks).where(whereTasks(hub.ctx.actor.accountId, filters)),
    );
    expect(plan).toContain("task_words_trigrams");
  });

  it("reads no task to count what has a text, unless more is asked of them", async () => {
    const counting = (filters: TaskFilters) =>
      planOf(() => sql`select count(*) from ${countedFrom(hub.ctx.actor.accountId, filters)}`);
    expect(await counting({ text: "shape estuaries" })).not.toMatch(/ on tasks\b/);
    expect(await counting({ text: "shape estuaries", degraded: true })).toMatch(/ on tasks\b/);
  });

  it("could not, straight from the table under its policy", async () => {
    const plan = await planOf(() => sql`select task_uid from task_words where words like '%shape estuaries%'`);
    expect(plan).not.toContain("task_words_trigrams");
  });
});
