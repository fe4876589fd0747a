import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database, Transaction } from "#db/client.ts";
import { selectModelCosts } from "#db/queries/measures.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { findHold } from "#domain/budgets/limits.ts";
import { setLimits } from "#domain/budgets/set-limits.ts";
import { inAccount } from "#domain/context.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { readStats } from "#domain/tasks/read-stats.ts";
import { recallTask } from "#domain/tasks/recall-task.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { bookingOf } from "#domain/work/book-use.ts";
import { startPhase } from "#domain/work/start-phase.ts";
import { claimFor, readPhases, readTask, registerTestWorker } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
  await registerTestWorker(hub.db, "w");
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.owner`delete from tasks`;
  await hub.owner`delete from model_cost_deltas`;
});

const answer = { model: "openai/gpt", inputTokens: 10, outputTokens: 4, costUsd: 0.25 };
const worker = (db: Database = hub.db) => workerContext(db, "w", hub.ctx.actor.accountId);

/** A claimed task whose second phase runs. */
async function begun(task: TaskRow) {
  const { lease } = await claimFor(hub.db, "w", task);
  const name = "creative";
  const id = await startPhase(worker(), lease, { name, label: "Writing", ordinal: 1, progress: 20 });
  return { task, lease, phase: { id, name } };
}
const queued = () => insertTaskIn(hub.ctx, "queued", { estimatedCost: 1 });

async function countedAt(task: TaskRow) {
  const [phase] = await readPhases(hub.db, task);
  const { costUsd } = await readTask(hub.db, task);
  return { task: costUsd, phase: phase?.costUsd, tokens: phase?.outputTokens };
}
const metrics = () => inAccount(hub.ctx, (tx) => selectModelCosts(tx, hub.ctx.actor.accountId));
const held = async (day_usd: number) => {
  await setLimits(hub.ctx, { day_usd });
  return inAccount(hub.ctx, (tx) => findHold(tx, hub.ctx.actor.accountId, { estimatedCost: 1 }));
};

it("an answer counts in its task, its phase, the budget, the metrics and the overview while its phase still runs", async () => {
  const { task, phase } = await begun(await queued());
  expect(await held(0.25)).toBeNull();
  await bookingOf(worker(), task, phase, [answer])();
  expect(await countedAt(task)).toEqual({ task: 0.25, phase: 0.25, tokens: 4 });
  expect(await getTask(hub.ctx, task)).toMatchObject({ costByPhase: { creative: 0.25 } });
  expect(await metrics()).toMatchObject([{ model: "openai/gpt", phase: "creative", costUsd: 0.25 }]);
  expect(await held(0.25)).toMatchObject({ kind: "budget" });
  expect(await held(0.26)).toBeNull();
  expect((await readStats(hub.ctx, 1)).totals.cost).toBeCloseTo(0.25, 6);
});

describe("an answer that comes when the task is no longer its worker's", () => {
  it("counts where the task was cancelled", async () => {
    const { task, phase } = await begun(await queued());
    await cancelTask(hub.ctx, task, {});
    await bookingOf(worker(), task, phase, [answer])();
    expect(await countedAt(task)).toMatchObject({ task: 0.25, phase: 0.25 });
  });

  it("counts in the round that it was for, where that was taken back", async () => {
    const reviewed = await insertTaskIn(hub.ctx, "awaiting_approval");
    await regenerateTask(hub.ctx, reviewed, { feedback: "Shorter" });
    const { task, phase } = await begun(reviewed);
    await recallTask(hub.ctx, task, {});
    await bookingOf(worker(), task, phase, [answer])();
    expect(await countedAt(task)).toMatchObject({ task: 0.25, phase: 0.25 });
    expect(await held(0.25)).toMatchObject({ kind: "budget" });
  });

  it("counts in the metrics, where the task was deleted", async () => {
    const { task, phase } = await begun(await queued());
    await deleteTask(hub.ctx, task);
    await bookingOf(worker(), task, phase, [answer])();
    expect(await metrics()).toMatchObject([{ costUsd: 0.25 }]);
  });
});

/** A database whose first transaction is answered by a connection that is gone, before or after it was committed. */
function losing(committed: boolean): Database {
  let lost = false;
  const away = () => Object.assign(new Error("the connection is gone"), { code: "08006" });
  const transaction = (work: (tx: Transaction) => Promise<unknown>) =>
    hub.db
      .transaction(async (tx) => {
        const done = await work(tx);
        if (lost || committed) return done;
        throw away();
      })
      .then((done) => {
        if (lost) return done;
        throw away();
      })
      .finally(() => {
        lost = true;
      });
  return new Proxy(hub.db, {
    get: (db, name) => (name === "transaction" ? transaction : Reflect.get(db, name)),
  });
}

it.each([
  ["though it was committed", true],
  ["and nothing was committed", false],
])("an answer whose counting got no reply, %s, is counted once", async (_, committed) => {
  const { task, phase } = await begun(await queued());
  const book = bookingOf(worker(losing(committed)), task, phase, [answer]);
  await expect(book()).rejects.toThrow("gone");
  await book();
  await book();
  expect(await countedAt(task)).toEqual({ task: 0.25, phase: 0.25, tokens: 4 });
  expect(await metrics()).toMatchObject([{ costUsd: 0.25, outputTokens: 4 }]);
});
