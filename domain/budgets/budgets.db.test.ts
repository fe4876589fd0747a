import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { releaseHeldTasks } from "#domain/budgets/release-held.ts";
import { setLimits } from "#domain/budgets/set-limits.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { claimTask } from "#domain/work/claim-task.ts";
import { holdRunningTask } from "#domain/work/hold-running.ts";
import { LeaseLost } from "#domain/work/lease.ts";
import { queueTestTask, readMoves, readTask, registerTestWorker } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";

let hub: TestHub;
let accountId: string;
beforeAll(async () => {
  hub = await createTestHub();
  accountId = hub.ctx.actor.accountId;
  await registerTestWorker(hub.db, "w");
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.owner`delete from tasks`;
  await setLimits(hub.ctx, { day_usd: null, month_usd: null, review_backlog: null });
});

const paid = { estimatedCost: 0.5 };
const worker = () => workerContext(hub.db, "w", accountId);

async function spend(dollars: number, when = "now()") {
  const task = await queueTestTask(hub.db, accountId, { status: "completed", jobId: null });
  await hub.owner.unsafe(`insert into phases (id, account_id, task_uid, round, name, ordinal, status, attempt, cost_usd,
    started_at, finished_at) values (gen_random_uuid(), '${accountId}', '${task.uid}', 1, 'creative', 0, 'done', 1,
    ${dollars}, ${when}, ${when})`);
}

describe("a budget", () => {
  it("holds paid work once it is spent, says why, and lets it go on when it is raised", async () => {
    await setLimits(hub.ctx, { day_usd: 1 });
    await spend(1);
    const task = await queueTestTask(hub.db, accountId, paid);
    expect(await claimTask(worker(), task.uid)).toBeNull();
    expect(await readTask(hub.db, task)).toMatchObject({
      status: "on_hold",
      holdKind: "budget",
      holdReason: expect.stringContaining("Today's budget of $1 is spent"),
    });
    expect(await releaseHeldTasks(hub.db)).toBe(0);
    await setLimits(hub.ctx, { day_usd: 2 });
    expect(await releaseHeldTasks(hub.db)).toBe(1);
    expect(await readTask(hub.db, task)).toMatchObject({ status: "queued", holdKind: null, holdReason: null });
    expect(await readMoves(hub.db, task)).toEqual(["hold", "release"]);
    expect(await claimTask(worker(), task.uid)).not.toBeNull();
  });

  it("of a month counts what was spent on earlier days of it, and not before", async () => {
    await setLimits(hub.ctx, { month_usd: 1 });
    await spend(5, "date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' - interval '1 second'");
    const first = await queueTestTask(hub.db, accountId, paid);
    expect(await claimTask(worker(), first.uid)).not.toBeNull();
    await spend(1, "date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'");
    const second = await queueTestTask(hub.db, accountId, paid);
    expect(await claimTask(worker(), second.uid)).toBeNull();
  });

  it("does not hold work that costs nothing, nor that of another account", async () => {
    await setLimits(hub.ctx, { day_usd: 1 });
    await spend(1);
    const free = await queueTestTask(hub.db, accountId, { estimatedCost: 0 });
    expect(await claimTask(worker(), free.uid)).not.toBeNull();
    const other = await hub.addAccount("Other");
    const theirs = await queueTestTask(hub.db, other.actor.accountId, paid);
    expect(await claimTask(workerContext(hub.db, "w", other.actor.accountId), theirs.uid)).not.toBeNull();
  });

  it("holds running work between two phases, which ends the worker's lease", async () => {
    const task = await queueTestTask(hub.db, accountId, paid);
    const claimed = await claimTask(worker(), task.uid);
    if (!claimed) throw new Error("the task could not be claimed");
    await setLimits(hub.ctx, { day_usd: 1 });
    expect(await holdRunningTask(worker(), claimed.lease, paid)).toBe(false);
    await spend(1);
    expect(await holdRunningTask(worker(), claimed.lease, paid)).toBe(true);
    expect(await readTask(hub.db, task)).toMatchObject({ status: "on_hold", leaseId: null });
    await expect(holdRunningTask(worker(), claimed.lease, paid)).rejects.toThrow(LeaseLost);
  });
});

describe("the review backlog", () => {
  it("holds new work while enough waits, and lets go as many as there is room for", async () => {
    await setLimits(hub.ctx, { review_backlog: 2 });
    const waiting = [
      await insertTaskIn(hub.ctx, "awaiting_approval"),
      await insertTaskIn(hub.ctx, "awaiting_approval"),
    ];
    const queued = [];
    for (const id of ["one", "two", "three"]) queued.push(await queueTestTask(hub.db, accountId, { id }));
    for (const task of queued) expect(await claimTask(worker(), task.uid)).toBeNull();
    expect(await releaseHeldTasks(hub.db)).toBe(0);
    await hub.owner`update tasks set status = 'approved' where uid = ${waiting[0]?.uid ?? ""}`;
    expect(await releaseHeldTasks(hub.db)).toBe(1);
    const states = await Promise.all(queued.map((task) => readTask(hub.db, task)));
    expect(states.map((task) => task.status)).toEqual(["queued", "on_hold", "on_hold"]);
  });
});
