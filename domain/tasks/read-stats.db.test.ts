import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { setPolicy } from "#domain/policies/policies.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { countTasks } from "#domain/tasks/count-tasks.ts";
import { readStats } from "#domain/tasks/read-stats.ts";
import { resubmitTask } from "#domain/tasks/resubmit-task.ts";
import { snoozeTask } from "#domain/tasks/snooze-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";
import { madeStatuses } from "#lib/contract/status.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000);

it("says what was made, what it cost by type and model, and what waits; of this account and these days alone", async () => {
  const { ctx } = hub;
  const spring = { taskSourceGroupId: "spring", modelUsed: "a/one" };
  await insertTaskIn(ctx, "approved", { ...spring, costUsd: 0.25, qualityScore: 8 });
  await insertTaskIn(ctx, "awaiting_approval", { ...spring, costUsd: 0.5, qualityScore: 6 });
  await insertTaskIn(ctx, "awaiting_approval", { taskType: "quiz", modelUsed: "b/two", costUsd: 0.125 });
  await insertTaskIn(ctx, "awaiting_approval", { ...spring, costUsd: 100, createdAt: daysAgo(30) });
  const other = await hub.addAccount("Second");
  await insertTaskIn(other, "awaiting_approval", { ...spring, costUsd: 100 });

  const stats = await readStats(ctx, 14);
  expect(stats.days).toHaveLength(14);
  expect(stats.days.at(-1)).toMatchObject({ created: 3, approved: 1 });
  expect(stats.types).toEqual([
    { task_type: "blog_post", tasks: 2, cost: 0.75, quality: 7 },
    { task_type: "quiz", tasks: 1, cost: 0.125, quality: null },
  ]);
  expect(stats.models).toEqual([
    { model: "a/one", tasks: 2, cost: 0.75, quality: 7 },
    { model: "b/two", tasks: 1, cost: 0.125, quality: null },
  ]);
  // What waits is counted however old it is.
  expect(stats.waiting).toEqual({
    types: [
      { name: "blog_post", count: 2 },
      { name: "quiz", count: 1 },
    ],
    groups: [{ name: "spring", count: 2 }],
  });
});

it("counts as waiting what waits for whoever asks: not what they have approved, nor what is snoozed", async () => {
  const owner = await hub.addAccount("Two approvals");
  await setPolicy(owner, { task_type: "blog_post", approvals_needed: 2 });
  const [approved, snoozed] = [
    await insertTaskIn(owner, "awaiting_approval"),
    await insertTaskIn(owner, "awaiting_approval"),
  ];
  await insertTaskIn(owner, "awaiting_approval");
  await approveTask(owner, { uid: approved.uid }, {});
  await snoozeTask(owner, { uid: snoozed.uid }, new Date(Date.now() + 3600_000));
  const waits = async (ctx: Ctx) => (await readStats(ctx, 1)).waiting.types;
  expect(await waits(owner)).toEqual([{ name: "blog_post", count: 1 }]);
  const { id } = await insertTestUser(hub.db, "second-reader@example.com");
  await addTestMember(hub.db, owner.actor.accountId, id, "reviewer");
  const second = await ctxOf(hub.db, owner.actor.accountId, id, "reviewer");
  expect(await waits(second)).toEqual([{ name: "blog_post", count: 2 }]);
});

describe("every number is the total of the list behind it", () => {
  const from = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 - 13 * 86_400_000);
  // In these days still, should a midnight pass while the tests run.
  const within = new Date(from.getTime() + 25 * 3600_000);
  const before = new Date(from.getTime() - 1);
  let owner: Ctx;
  const total = (filters: TaskFilters) => countTasks(owner, filters);

  beforeAll(async () => {
    owner = await hub.addAccount("Numbers");
    // Created before these days and finished in them, and the other way round.
    await insertTaskIn(owner, "completed", { createdAt: before, finishedAt: within, qualityScore: 3 });
    await insertTaskIn(owner, "completed", { finishedAt: before, qualityScore: 9, modelUsed: "b/two" });
    await insertTaskIn(owner, "failed", { finishedAt: within, modelName: "b/two", modelUsed: "a/one" });
    await insertTaskIn(owner, "awaiting_approval", { finishedAt: within, qualityScore: 6, modelUsed: "a/one" });
    await insertTaskIn(owner, "rejected", { finishedAt: within });
    await insertTaskIn(owner, "published", { finishedAt: within });
    // Taken back, once by whoever approved it and once by sending it in again; then approved after all.
    const undone = await insertTaskIn(owner, "approved");
    await unapproveTask(owner, { uid: undone.uid }, {});
    const again = await insertTaskIn(owner, "rejected");
    await resubmitTask(owner, { uid: again.uid }, {});
    await approveTask(owner, { uid: again.uid }, {});
    // Decided on before these days.
    const old = await insertTaskIn(owner, "approved");
    await hub.owner`update reviews set created_at = ${before} where task_uid = ${old.uid}`;
    const row = (uid: string, cost: string | null, at: Date, status = "done") =>
      hub.owner`insert into phases (id, account_id, task_uid, round, name, ordinal, status, attempt, cost_usd, started_at, finished_at)
        values (gen_random_uuid(), ${owner.actor.accountId}, ${uid}, 1, ${status}, 1, ${status}, 1, ${cost}, ${at}, ${at})`;
    await row(old.uid, "0.25", within);
    await row(old.uid, "7", within, "reused");
    await row(again.uid, "0.5", before);
    await row(undone.uid, null, within);
  });

  it("what was made", async () => {
    const { totals, days } = await readStats(owner, 14);
    expect(totals.completed).toBe(4);
    expect(await total({ statuses: [...madeStatuses], finishedFrom: from })).toBe(4);
    expect(days.find(({ date }) => date === within.toISOString().slice(0, 10))?.completed).toBe(4);
  });

  it("what was decided, and what stands approved of it; no decision that was taken back", async () => {
    const { totals, approval_rate: rate, days } = await readStats(owner, 14);
    expect([totals.decided, totals.approved, rate]).toEqual([3, 2, 0.6667]);
    expect(await total({ decidedFrom: from })).toBe(3);
    expect(await total({ decidedFrom: from, statuses: ["approved", "published"] })).toBe(2);
    expect(days.filter(({ approved, rejected }) => approved + rejected > 0)).toMatchObject([
      { approved: 2, rejected: 1 },
    ]);
    expect(await total({ decidedFrom: new Date(before.getTime() - 1), decidedTo: before })).toBe(1);
  });

  it("what has a quality, by which the mean is weighed", async () => {
    const stats = await readStats(owner, 14);
    expect([stats.totals.scored, stats.average_quality]).toEqual([2, 7.5]);
    expect(await total({ createdFrom: from, minQuality: 0 })).toBe(2);
  });

  it("what was spent, when it was spent", async () => {
    const { totals, cost_per_approved: each } = await readStats(owner, 14);
    expect([totals.cost, each]).toEqual([0.25, 0.125]);
    expect(await total({ spentFrom: from })).toBe(1);
    expect(await total({ spentTo: before })).toBe(1);
  });

  it("the shares of each type and model", async () => {
    const { types, models } = await readStats(owner, 14);
    expect(models.map(({ model, tasks }) => [model, tasks])).toEqual([
      ["a/one", 2],
      ["b/two", 1],
    ]);
    for (const { model, tasks } of models) expect(await total({ createdFrom: from, modelUsed: model })).toBe(tasks);
    for (const { task_type: type, tasks } of types) {
      expect(await total({ createdFrom: from, taskTypes: [type] })).toBe(tasks);
    }
  });

  it("what waits, by type and by group", async () => {
    const { waiting } = await readStats(owner, 14);
    const waits = { statuses: ["awaiting_approval" as const], snoozed: false, notApprovedBy: owner.actor.id };
    expect(waiting.types).toEqual([{ name: "blog_post", count: await total({ ...waits, taskTypes: ["blog_post"] }) }]);
  });
});
