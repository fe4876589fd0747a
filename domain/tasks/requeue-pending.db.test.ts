import { afterAll, beforeAll, expect, it } from "vitest";
import { inAccount } from "#domain/context.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { requeuePending } from "#domain/tasks/requeue-pending.ts";
import { createTestHub, insertTaskIn, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

it("queues those that have their fields, each with its event and its job; the rest, and other accounts', stay", async () => {
  const theirs = await hub.addAccount("Second");
  const foreign = await insertTaskIn(theirs, "pending", { requestData: { topic: "Theirs" } });
  const bare = await insertTaskIn(hub.ctx, "pending");
  const requestData = { topic: "Sandbanks" };
  const ready = await Promise.all(
    [3, 0].map((priority) => insertTaskIn(hub.ctx, "pending", { priority, requestData })),
  );
  const before = await readEverything(hub);

  expect(await requeuePending(hub.ctx)).toEqual({ requeued: 2, pending: 3 });

  expect(rowsAdded(before, await readEverything(hub))).toMatchObject({ task_events: 2, audit: 1, "pgboss.job": 2 });
  const reread = (uid: string, accountId: string) => inAccount(hub.ctx, (tx) => getTaskRow(tx, accountId, { uid }));
  for (const { uid, accountId, version } of ready) {
    const row = await reread(uid, accountId);
    expect(row).toMatchObject({ status: "queued", version: version + 1, progress: 1, attempt: 0 });
    const [job] = await hub.owner`select data, priority from pgboss.job where id = ${row.jobId}`;
    expect(job).toEqual({ data: { taskUid: uid, accountId }, priority: row.priority });
  }
  expect((await reread(bare.uid, bare.accountId)).status).toBe("pending");
  const [other] = await hub.owner`select status from tasks where uid = ${foreign.uid}`;
  expect(other?.status).toBe("pending");

  const settled = await readEverything(hub);
  expect(await requeuePending(hub.ctx)).toEqual({ requeued: 0, pending: 1 });
  expect(await readEverything(hub)).toEqual(settled);
});

it("passes over a task that somebody is changing", async () => {
  const held = await insertTaskIn(hub.ctx, "pending", { requestData: { topic: "Sandbanks" } });
  await hub.owner.begin(async (tx) => {
    await tx`select from tasks where uid = ${held.uid} for update`;
    expect(await requeuePending(hub.ctx)).toMatchObject({ requeued: 0 });
  });
  expect(await requeuePending(hub.ctx)).toMatchObject({ requeued: 1 });
});
