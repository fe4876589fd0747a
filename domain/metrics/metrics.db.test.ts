import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { readMetrics } from "#domain/metrics/read-metrics.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { failAttempt } from "#domain/work/fail-attempt.ts";
import { finishTask } from "#domain/work/finish-task.ts";
import { foldTaskCounts } from "#domain/work/fold-task-counts.ts";
import { savePhase } from "#domain/work/save-phase.ts";
import { startPhase } from "#domain/work/start-phase.ts";
import { claimFor, insertBareAccount, queueTestTask, registerTestWorker } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import { taskStatuses } from "#lib/contract/status.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
  await registerTestWorker(test.db, "worker");
});
afterAll(() => test.close());

const failure = { code: "X", message: "It broke", details: {}, retryable: false };

/** A run that is said to have begun so long ago: well below its bucket's bound, for what it takes in truth is added. */
async function runFor(seconds: number, end: "finish" | "fail"): Promise<void> {
  const task = await queueTestTask(test.db, accountId, { requiresApproval: false });
  const { lease } = await claimFor(test.db, "worker", task);
  await test.owner`update tasks set started_at = now() - ${seconds} * interval '1 second' where uid = ${task.uid}`;
  const ctx = workerContext(test.db, "worker", accountId);
  if (end === "finish") await finishTask(ctx, lease, { content: null, result: { text: "Done" }, qualityScore: null });
  else await failAttempt(ctx, lease, { failure, phase: null, attemptsAllowed: 1, backoffMs: () => 0 });
}

describe("the time of runs", () => {
  it("falls into real buckets, however a run ended, before and after folding", async () => {
    await runFor(130, "finish");
    await runFor(700, "finish");
    await runFor(800, "fail");
    await runFor(7200, "finish");
    const expected = [
      { le: 300, count: 1 },
      { le: 1800, count: 2 },
      { le: Number.POSITIVE_INFINITY, count: 1 },
    ];
    const read = async () => (await readMetrics(test.db, { accountId })).processingTimes;
    expect(await read()).toMatchObject(expected);
    await foldTaskCounts(test.db);
    await runFor(140, "finish");
    const [first, ...others] = await read();
    expect(first).toMatchObject({ le: 300, count: 2 });
    expect(first?.seconds).toBeGreaterThan(269);
    expect(others).toMatchObject(expected.slice(1));
  });

  it("stays when the task is deleted, and is no other account's", async () => {
    const other = await insertBareAccount(test.db, "Other");
    expect((await readMetrics(test.db, { accountId: other })).processingTimes).toEqual([]);
    const before = (await readMetrics(test.db, "all")).processingTimes;
    await test.owner`delete from tasks where account_id = ${accountId} and status = 'completed'`;
    expect((await readMetrics(test.db, "all")).processingTimes).toEqual(before);
  });
});

it("what models cost is added up by model and phase, over runs that ended in failure too", async () => {
  const answer = { model: "openai/gpt", inputTokens: 100, outputTokens: 20, costUsd: 0.002 };
  const use = { ...answer, seconds: 1, unbooked: [answer] };
  const standing = { progress: 50, modelUsed: null, degradedReasons: [], warnings: [] };
  for (const fails of [false, true]) {
    const task = await queueTestTask(test.db, accountId);
    const { lease } = await claimFor(test.db, "worker", task);
    const ctx = workerContext(test.db, "worker", accountId);
    await startPhase(ctx, lease, { name: "one", label: "Doing one", ordinal: 0, progress: 5 });
    if (fails) {
      const phase = { name: "one", use };
      await failAttempt(ctx, lease, { failure, phase, attemptsAllowed: 1, backoffMs: () => 0 });
    } else {
      const outcome = { ...use, output: "text", warnings: [], degradedReasons: [] };
      await savePhase(ctx, lease, "one", outcome, standing);
    }
    await foldTaskCounts(test.db);
  }
  const [cost, ...rest] = (await readMetrics(test.db, { accountId })).modelCosts;
  expect(rest).toEqual([]);
  expect(cost).toEqual({ model: "openai/gpt", phase: "one", costUsd: 0.004, inputTokens: 200, outputTokens: 40 });
});

it("the queue is told by type and priority, with its oldest wait", async () => {
  const account = await insertBareAccount(test.db, "Queue");
  await queueTestTask(test.db, account, { priority: 3 });
  const old = await queueTestTask(test.db, account, { priority: 0, taskType: "video" });
  await test.owner`update tasks set queued_at = now() - interval '95 seconds' where uid = ${old.uid}`;
  const { counters, oldestWaitSeconds, workers } = await readMetrics(test.db, { accountId: account });
  expect(counters).toEqual([
    { status: "queued", taskType: "scripted", priority: 3, count: 1, entered: 1 },
    { status: "queued", taskType: "video", priority: 0, count: 1, entered: 1 },
  ]);
  expect(oldestWaitSeconds).toBeGreaterThanOrEqual(90);
  expect(workers).toEqual({ alive: 1, slots: 1 });
});

it("the database words statuses for monitoring as the inference profile does", async () => {
  for (const status of taskStatuses) {
    const [row] = await test.owner`select hub_outside_status(${status}) as word`;
    expect(row?.word).toBe(statusWords.inference[status]);
  }
});

describe("entries", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await createTestHub();
  });
  afterAll(() => hub.close());

  const entered = async () => {
    const { counters } = await readMetrics(hub.db, { accountId: hub.ctx.actor.accountId });
    const words: Record<string, number> = {};
    for (const row of counters) {
      const word = statusWords.inference[row.status];
      words[word] = (words[word] ?? 0) + row.entered;
    }
    return words;
  };

  it("count a task that is approved and published as completed once, and never fall", async () => {
    const task = await insertTaskIn(hub.ctx, "published");
    const once = await entered();
    expect(once).toMatchObject({ running: 1, completed: 1 });
    await deleteTask(hub.ctx, task);
    expect(await entered()).toEqual(once);
    const queued = await insertTaskIn(hub.ctx, "queued");
    await cancelTask(hub.ctx, queued);
    expect(await entered()).toEqual({ ...once, pending: 1, cancelled: 1 });
  });
});
