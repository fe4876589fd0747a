import { afterAll, beforeAll, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { createTestHub, insertTaskIn, newPost, type TestHub } from "#domain/tasks/testing.ts";
import { readQueueStatus } from "#domain/workers/queue-status.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

it("an idle account has nothing in its queue, and nobody who waits", async () => {
  expect(await readQueueStatus(hub.ctx)).toMatchObject({
    depth: { total: 0, by_priority: {}, by_type: {} },
    active: 0,
    oldest_wait_seconds: null,
    counts: {},
  });
});

it("depth, counts and the oldest wait are the account's own", async () => {
  await createTask(hub.ctx, newPost({ task_id: "a", priority: "high" }));
  await createTask(hub.ctx, newPost({ task_id: "b" }));
  await insertTaskIn(hub.ctx, "awaiting_approval");
  const other = await hub.addAccount("Second");
  await createTask(other, newPost({ task_id: "c" }));
  await hub.owner`update tasks set queued_at = now() - interval '95 seconds' where id = 'a'`;
  const status = await readQueueStatus(hub.ctx);
  expect(status).toMatchObject({
    depth: { total: 2, by_priority: { high: 1, normal: 1 }, by_type: { blog_post: 2 } },
    counts: { queued: 2, awaiting_approval: 1 },
    queued_task_ids: ["a", "b"],
    pending_task_ids: [],
  });
  expect(status.oldest_wait_seconds).toBeGreaterThanOrEqual(90);
  expect(status.oldest_wait_seconds).toBeLessThan(150);
});

it("reads the counters: a million tasks cost no more than ten", async () => {
  const accountId = hub.ctx.actor.accountId;
  await hub.owner`
    insert into task_count_deltas (account_id, status, task_type, priority, delta, entered)
    values (${accountId}, 'queued', 'video', 1, 999998, 0), (${accountId}, 'generating', 'video', 1, 7, 0)`;
  const { depth, active } = await readQueueStatus(hub.ctx);
  expect([depth.total, depth.by_type.video, active]).toEqual([1_000_000, 999_998, 7]);
});
