import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { LeaseLost } from "#domain/work/lease.ts";
import { claimFor, insertBareAccount, queueTestTask, readMoves, readTask } from "#domain/work/testing.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import { scriptedPipeline, startTestWorker } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

const statusOf = async (task: TaskRow) => (await readTask(test.db, task)).status;
/** The machine may be busy. */
const person = () => ({ db: test.db, actor: systemActor(accountId, "test"), requestId: null });

/** A first phase that begins and waits to be stopped or released. */
function waiting() {
  const begun = Promise.withResolvers<AbortSignal>();
  const release = Promise.withResolvers<string>();
  const phase: Pipeline["phases"][string] = ({ signal }) => {
    begun.resolve(signal);
    return release.promise;
  };
  return { begun: begun.promise, release: () => release.resolve("released"), phase };
}

const aborted = (signal: AbortSignal) =>
  new Promise<unknown>((resolve) => signal.addEventListener("abort", () => resolve(signal.reason), { once: true }));

describe("a worker", () => {
  it("makes what was waiting and what comes later, urgent things first, and completes their jobs", async () => {
    const order: string[] = [];
    const note: Pipeline["phases"][string] = async ({ taskId }) => {
      order.push(taskId);
      return null;
    };
    const waited = [
      await queueTestTask(test.db, accountId, { id: "low", priority: 0 }),
      await queueTestTask(test.db, accountId, { id: "urgent", priority: 3 }),
    ];
    const worker = await startTestWorker(test, scriptedPipeline({ one: note }), { concurrency: 1 });
    for (const task of waited) await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    const later = await queueTestTask(test.db, accountId, { id: "later" });
    await expect.poll(() => statusOf(later)).toBe("awaiting_approval");
    expect(order).toEqual(["urgent", "low", "later"]);
    const open = () => test.owner`select from pgboss.job where state <> 'completed'`;
    await expect.poll(open).toHaveLength(0);
    await worker.close();
  });

  it("makes a burst with all its slots, each task once", async () => {
    const tasks = await Promise.all(Array.from({ length: 25 }, () => queueTestTask(test.db, accountId)));
    const ran: string[] = [];
    let running = 0;
    let most = 0;
    const one: Pipeline["phases"][string] = async ({ taskId }) => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      ran.push(taskId);
      running -= 1;
      return null;
    };
    const workers = await Promise.all(
      ["left", "right"].map((workerId) =>
        startTestWorker(test, scriptedPipeline({ one }), { workerId, concurrency: 3 }),
      ),
    );
    for (const task of tasks) await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    expect(ran.sort()).toEqual(tasks.map(({ id }) => id).sort());
    expect(most).toBeLessThanOrEqual(6);
    await Promise.all(workers.map((worker) => worker.close()));
  });

  it.each([
    ["cancelled", cancelTask],
    ["deleted", deleteTask],
  ])("stops a task that is %s, at its real pace", async (_, end) => {
    const { begun, phase } = waiting();
    const task = await queueTestTask(test.db, accountId);
    const worker = await startTestWorker(test, scriptedPipeline({ one: phase }), { heartbeatEveryMs: 1_000 });
    const signal = await begun;
    const stopped = aborted(signal);
    await end(person(), { uid: task.uid });
    expect(await stopped).toBeInstanceOf(LeaseLost);
    await worker.close();
  });

  it("sends a task again whose job was lost, and runs it", async () => {
    const task = await queueTestTask(test.db, accountId, { queuedAt: new Date(Date.now() - 60_000) });
    await test.owner`delete from pgboss.job where id = ${task.jobId}`;
    const worker = await startTestWorker(test, scriptedPipeline());
    await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    await worker.close();
  });

  it("takes back what an earlier process of its id held", async () => {
    const task = await queueTestTask(test.db, accountId);
    await claimFor(test.db, "tester", task);
    const worker = await startTestWorker(test, scriptedPipeline());
    await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    expect(await readMoves(test.db, task)).toEqual(["start", "rescue", "start", "finish_for_review"]);
    await worker.close();
  });

  it("takes back a claim whose answer never reached it", async () => {
    const worker = await startTestWorker(test, scriptedPipeline());
    const task = await queueTestTask(test.db, accountId, { status: "queued", jobId: null });
    await claimFor(test.db, "tester", task);
    await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    expect(await readMoves(test.db, task)).toEqual(["start", "rescue", "start", "finish_for_review"]);
    await worker.close();
  });

  it("stops when another process takes its id", async () => {
    const { promise: replaced, resolve } = Promise.withResolvers<Error>();
    const first = await startTestWorker(test, scriptedPipeline(), { workerId: "same", onReplaced: resolve });
    const second = await startTestWorker(test, scriptedPipeline(), { workerId: "same" });
    expect((await replaced).message).toContain("WORKER_ID");
    await Promise.all([first.close(), second.close()]);
  });
});

describe("draining", () => {
  it("lets the phase end, hands the task back without counting an attempt, and another worker goes on", async () => {
    const { begun, phase, release } = waiting();
    const task = await queueTestTask(test.db, accountId);
    const first = await startTestWorker(test, scriptedPipeline({ one: phase }), { workerId: "first" });
    await begun;
    const drained = first.drain();
    release();
    await drained;
    expect(await readTask(test.db, task)).toMatchObject({ status: "queued", attempt: 0, rescues: 0 });
    const [row] = await test.owner`select stopped_at is not null as stopped from workers where id = 'first'`;
    expect(row).toEqual({ stopped: true });

    const second = await startTestWorker(test, scriptedPipeline({ one: async () => "again" }), { workerId: "second" });
    await expect.poll(() => statusOf(task)).toBe("awaiting_approval");
    const [revision] = await test.owner`select result->>'text' as text from revisions where task_uid = ${task.uid}`;
    expect(revision).toEqual({ text: "released two three" });
    await Promise.all([first.close(), second.close()]);
  });

  it("does not wait for a phase that will not end", async () => {
    const { begun, phase } = waiting();
    const task = await queueTestTask(test.db, accountId);
    const worker = await startTestWorker(test, scriptedPipeline({ one: phase }));
    await begun;
    await worker.drain(20);
    expect(await readTask(test.db, task)).toMatchObject({ status: "queued", attempt: 0 });
    await worker.close();
  });
});
