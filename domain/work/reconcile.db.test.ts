import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { foldTaskCounts } from "#domain/work/fold-task-counts.ts";
import { reenqueueLostTasks } from "#domain/work/reenqueue-lost.ts";
import { removeExpired } from "#domain/work/remove-expired.ts";
import { insertBareAccount, queueTestTask, readTask } from "#domain/work/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

describe("a queued task", () => {
  it("is sent again when the queue lost its job, and only then", async () => {
    const lost = await queueTestTask(test.db, accountId);
    const kept = await queueTestTask(test.db, accountId);
    await test.owner`delete from pgboss.job where id = ${lost.jobId}`;
    await test.owner`update tasks set queued_at = now() + interval '1 minute'`;
    expect(await reenqueueLostTasks(test.db), "too young to be lost").toBe(0);
    await test.owner`update tasks set queued_at = now() - interval '6 seconds'`;
    expect(await reenqueueLostTasks(test.db)).toBe(1);

    const sent = await readTask(test.db, lost);
    expect(sent).toMatchObject({ status: "queued", version: lost.version });
    expect(sent.jobId).not.toBe(lost.jobId);
    expect(await test.owner`select data from pgboss.job where id = ${sent.jobId}`).toEqual([
      { data: { taskUid: lost.uid, accountId } },
    ]);
    expect(await readTask(test.db, kept)).toMatchObject({ jobId: kept.jobId });
    expect(await reenqueueLostTasks(test.db, 0)).toBe(0);
  });

  it("is sent again when whoever fetched its job died before claiming it", async () => {
    const task = await queueTestTask(test.db, accountId);
    await test.owner`update pgboss.job set state = 'active', started_on = now() where id = ${task.jobId}`;
    expect(await reenqueueLostTasks(test.db, 0)).toBe(0);
    await test.owner`update pgboss.job set started_on = now() - interval '1 minute' where id = ${task.jobId}`;
    expect(await reenqueueLostTasks(test.db, 0)).toBe(1);
  });

  it("is left alone while its time has not come", async () => {
    const task = await queueTestTask(test.db, accountId, { runAfter: new Date(Date.now() + 60_000) });
    await test.owner`delete from pgboss.job where id = ${task.jobId}`;
    expect(await reenqueueLostTasks(test.db, 0)).toBe(0);
  });
});

describe("counters", () => {
  const counted = () => test.owner`
    select status, sum(count)::int as count, sum(entered)::int as entered from (
      select status, count, entered from task_counts where account_id = ${accountId}
      union all select status, delta, entered from task_count_deltas where account_id = ${accountId}) all_counts
    group by status order by status`;

  it("say the same before and after folding, by several at once", async () => {
    const before = await counted();
    expect(before.length).toBeGreaterThan(0);
    await Promise.all([1, 2, 3].map(() => foldTaskCounts(test.db)));
    await foldTaskCounts(test.db);
    expect(await counted()).toEqual(before);
    expect(await test.owner`select from task_count_deltas`).toHaveLength(0);
  });
});

it("what expired is removed, what has not is kept", async () => {
  const key = (name: string, age: string) => test.owner`
    insert into idempotency_keys (account_id, route, key, body_sha256, status, response, created_at)
    values (${accountId}, '/', ${name}, '', 200, '{}', now() - ${age}::interval)`;
  await key("old", "25 hours");
  await key("young", "23 hours");
  await removeExpired(test.db);
  expect(await test.owner`select key from idempotency_keys`).toEqual([{ key: "young" }]);
});
