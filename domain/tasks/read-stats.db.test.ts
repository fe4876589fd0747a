import { afterAll, beforeAll, expect, it } from "vitest";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { setPolicy } from "#domain/policies/policies.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { readStats } from "#domain/tasks/read-stats.ts";
import { snoozeTask } from "#domain/tasks/snooze-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

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
