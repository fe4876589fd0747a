import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tasks } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { withAccount } from "#domain/context.ts";
import { claimTask } from "#domain/work/claim-task.ts";
import { failAttempt } from "#domain/work/fail-attempt.ts";
import { finishTask } from "#domain/work/finish-task.ts";
import { LeaseLost } from "#domain/work/lease.ts";
import { reportProgress } from "#domain/work/report-progress.ts";
import { rescueTasks } from "#domain/work/rescue-tasks.ts";
import { savePhase } from "#domain/work/save-phase.ts";
import { startPhase } from "#domain/work/start-phase.ts";
import {
  claimFor,
  insertBareAccount,
  queueTestTask,
  readMoves,
  readPhases,
  readTask,
  registerTestWorker,
} from "#domain/work/testing.ts";
import { yieldTask } from "#domain/work/yield-task.ts";
import {
  beatHeart,
  markWorkerStopped,
  type WorkerIncarnation,
  WorkerReplaced,
} from "#domain/workers/register-worker.ts";
import { workerContext } from "#domain/workers/worker-context.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

/** A worker that is thought silent when a test says so, and not because this machine stood still. */
async function register(id: string): Promise<WorkerIncarnation> {
  const worker = await registerTestWorker(test.db, id);
  await test.owner`update workers set heartbeat_at = now() + interval '1 hour' where id = ${id}`;
  return worker;
}

const silence = (id: string) => test.owner`
  update workers set heartbeat_at = now() - interval '1 minute' where id = ${id}`;

describe("a claim", () => {
  it("is won by one of many", async () => {
    for (const id of ["a", "b", "c", "d"]) await register(id);
    const task = await queueTestTask(test.db, accountId);
    const claims = await Promise.all(
      ["a", "b", "c", "d"].map((id) => claimTask(workerContext(test.db, id, accountId), task.uid)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await readTask(test.db, task)).toMatchObject({
      status: "generating",
      attempt: 1,
      version: task.version + 1,
    });
    expect(await readMoves(test.db, task)).toEqual(["start"]);
  });

  it("waits for the task's time", async () => {
    const task = await queueTestTask(test.db, accountId, { runAfter: new Date(Date.now() + 60_000) });
    expect(await claimTask(workerContext(test.db, "a", accountId), task.uid)).toBeNull();
  });

  it("finds nothing in another account", async () => {
    const task = await queueTestTask(test.db, accountId);
    const other = await insertBareAccount(test.db, "Other");
    expect(await claimTask(workerContext(test.db, "a", other), task.uid)).toBeNull();
    const seen = await withAccount(test.db, other, (tx) => tx.select({ uid: tasks.uid }).from(tasks));
    expect(seen).toEqual([]);
  });
});

describe("a phase", () => {
  it("that is saved twice, since nobody heard of the first time, is counted once", async () => {
    await register("twice");
    const task = await queueTestTask(test.db, accountId);
    const { lease } = await claimFor(test.db, "twice", task);
    const ctx = workerContext(test.db, "twice", accountId);
    await startPhase(ctx, lease, { name: "one", label: "One", ordinal: 0, progress: 1 });
    const answer = { model: "openai/gpt-5", inputTokens: 10, outputTokens: 5, costUsd: 0.25 };
    const use = { ...answer, seconds: 1, unbooked: [answer] };
    const outcome = { ...use, output: "text", warnings: [], degradedReasons: [] };
    const standing = { progress: 30, modelUsed: use.model, degradedReasons: [], warnings: [] };
    for (let time = 0; time < 2; time++) await savePhase(ctx, lease, "one", outcome, standing);
    expect(await readPhases(test.db, task)).toMatchObject([
      { name: "one", status: "done", inputTokens: 10, costUsd: 0.25 },
    ]);
    expect(await readTask(test.db, task)).toMatchObject({ costUsd: 0.25 });
    const finished = await test.owner`
      select from task_events where task_uid = ${task.uid} and type = 'phase_finished'`;
    expect(finished).toHaveLength(1);
  });
});

describe("a silent worker", () => {
  it("loses its task, with its phases kept and no attempt counted", async () => {
    await register("silent");
    const task = await queueTestTask(test.db, accountId);
    const { lease } = await claimFor(test.db, "silent", task);
    const ctx = workerContext(test.db, "silent", accountId);
    await startPhase(ctx, lease, { name: "one", label: "One", ordinal: 0, progress: 1 });
    expect(await rescueTasks(test.db)).toBe(0);
    await silence("silent");
    expect(await rescueTasks(test.db)).toBe(1);

    const rescued = await readTask(test.db, task);
    expect(rescued).toMatchObject({ status: "queued", attempt: 0, rescues: 1, leaseId: null, workerId: null });
    expect(rescued.jobId).not.toBe(task.jobId);
    expect(await test.owner`select from pgboss.job where id = ${rescued.jobId} and state = 'created'`).toHaveLength(1);
    expect(await readPhases(test.db, task)).toMatchObject([{ name: "one", status: "failed" }]);
    expect(await readMoves(test.db, task)).toEqual(["start", "rescue"]);
  });

  it("changes nothing when it wakes, whatever it tries", async () => {
    await register("zombie");
    await register("heir");
    const task = await queueTestTask(test.db, accountId);
    const { lease } = await claimFor(test.db, "zombie", task);
    const zombie = workerContext(test.db, "zombie", accountId);
    await startPhase(zombie, lease, { name: "one", label: "One", ordinal: 0, progress: 1 });
    await silence("zombie");
    await rescueTasks(test.db);
    await claimFor(test.db, "heir", task);
    const before = [await readTask(test.db, task), await readPhases(test.db, task)];

    const use = { model: null, inputTokens: 0, outputTokens: 0, costUsd: 1, seconds: 1, unbooked: [] };
    const outcome = { ...use, output: "late", warnings: [], degradedReasons: [] };
    const standing = { progress: 50, modelUsed: null, degradedReasons: [], warnings: [] };
    const failure = { code: "LATE", message: "late", details: {}, retryable: true };
    const writes = [
      startPhase(zombie, lease, { name: "two", label: "Two", ordinal: 1, progress: 50 }),
      savePhase(zombie, lease, "one", outcome, standing),
      reportProgress(zombie, lease, { phase: "one", progress: 90, message: "late", announce: true }),
      finishTask(zombie, lease, { content: "late", result: {}, qualityScore: 1 }),
      failAttempt(zombie, lease, { failure, phase: null, attemptsAllowed: 3, backoffMs: () => 0 }),
      yieldTask(zombie, lease),
    ];
    const lost = (await Promise.allSettled(writes)).map((write) => write.status === "rejected" && write.reason);
    expect(lost).toEqual(writes.map(() => expect.any(LeaseLost)));
    expect([await readTask(test.db, task), await readPhases(test.db, task)]).toEqual(before);
  });

  it("is taken for the task's fault after five times", async () => {
    await register("dying");
    const task = await queueTestTask(test.db, accountId, { rescues: 5 });
    await claimFor(test.db, "dying", task);
    await silence("dying");
    await rescueTasks(test.db);
    const failed = await readTask(test.db, task);
    expect(failed).toMatchObject({ status: "failed", errorCode: "WORKERS_DIED", leaseId: null });
    expect(failed.errorMessage).toContain("memory");
  });
});

it("a worker that said goodbye loses its tasks at once", async () => {
  const worker = await register("leaving");
  const task = await queueTestTask(test.db, accountId);
  await claimFor(test.db, "leaving", task);
  await markWorkerStopped(test.db, worker);
  expect(await rescueTasks(test.db)).toBe(1);
  expect(await readTask(test.db, task)).toMatchObject({ status: "queued" });
});

it("a heartbeat tells which leases are held, and that another process took the id", async () => {
  const worker = await register("beating");
  const task = await queueTestTask(test.db, accountId);
  const { lease } = await claimFor(test.db, "beating", task);
  expect(await beatHeart(test.db, worker)).toEqual([lease]);
  await test.owner`update workers set started_at = started_at + interval '1 second' where id = 'beating'`;
  await expect(beatHeart(test.db, worker)).rejects.toBeInstanceOf(WorkerReplaced);
});

it("two finishes of one lease make one revision", async () => {
  await register("twice");
  const task = await queueTestTask(test.db, accountId);
  const { lease } = await claimFor(test.db, "twice", task);
  const ctx = workerContext(test.db, "twice", accountId);
  const done = { content: "Words", result: { title: "T" }, qualityScore: 8 };
  const finishes = await Promise.allSettled([finishTask(ctx, lease, done), finishTask(ctx, lease, done)]);
  expect(finishes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await test.owner`select number from revisions where task_uid = ${task.uid}`).toEqual([{ number: 1 }]);
  const row = await readTask(test.db, task);
  expect(row).toMatchObject({
    status: "awaiting_approval",
    revision: 1,
    progress: 100,
    qualityScore: 8,
    leaseId: null,
  });
  expect(row.revisionSha256).toMatch(/^[0-9a-f]{64}$/);
});

it("progress never falls, is announced when asked, and is no change that an editor could conflict with", async () => {
  await register("going");
  const task = await queueTestTask(test.db, accountId);
  const { lease, task: claimed } = await claimFor(test.db, "going", task);
  const ctx = workerContext(test.db, "going", accountId);
  const report = { phase: "one", message: "Half way" };
  await reportProgress(ctx, lease, { ...report, progress: 40, announce: true });
  await reportProgress(ctx, lease, { ...report, progress: 20, announce: false });
  expect(await readTask(test.db, task)).toMatchObject({ progress: 40, message: "Half way", version: claimed.version });
  const events = await test.owner`select progress from task_events where task_uid = ${task.uid} and type = 'progress'`;
  expect(events).toEqual([{ progress: 40 }]);
});
