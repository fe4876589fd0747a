import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { selectModelCosts } from "#db/queries/measures.ts";
import { findHold } from "#domain/budgets/limits.ts";
import { setLimits } from "#domain/budgets/set-limits.ts";
import { inAccount } from "#domain/context.ts";
import { setModels } from "#domain/models/model-settings.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { says, TestingProvider } from "#worker/models/testing-provider.ts";

const provider = new TestingProvider();
const folder = mkdtempSync(join(tmpdir(), "hub-killed-calls-"));
const children: ChildProcess[] = [];
let hub: TestHub;
let baseUrl: string;
beforeAll(async () => {
  hub = await createTestHub();
  baseUrl = await provider.start();
  provider.answer(says("The ferry leaves at noon and comes back at six."));
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  provider.stop();
  rmSync(folder, { recursive: true, force: true });
  await hub.close();
});

async function startProcess(workerId: string, hangAfter = "") {
  const own = { DATABASE_URL: hub.url, DATA_DIR: folder, WORKER_ID: workerId, HANG_AFTER: hangAfter };
  const child = fork(join(import.meta.dirname, "../testing-real-worker.ts"), {
    env: { ...process.env, ...own, OPENAI_COMPATIBLE_BASE_URL: baseUrl },
    execArgv: [],
  });
  children.push(child);
  const hanging = new Promise<void>((resolve) => {
    child.on("message", (message: { hanging?: string }) => message.hanging && resolve());
  });
  await once(child, "message");
  return { child, hanging };
}

const model = "compatible/small";
/** The provider says that each answer took 100 tokens and gave 20. */
const cost = (100 * 1000 + 20 * 5000) / 1e6;

/** Whether a day's budget of so much would be spent. */
async function spent(day_usd: number): Promise<boolean> {
  await setLimits(hub.ctx, { day_usd });
  const hold = await inAccount(hub.ctx, (tx) => findHold(tx, hub.ctx.actor.accountId, { estimatedCost: null }));
  await setLimits(hub.ctx, { day_usd: null });
  return hold !== null;
}

it("a call that was paid for counts once, though its worker is killed before anything of its phase is saved", async () => {
  await setModels(hub.ctx, { model_prices: { [model]: { unit: "tokens", input: 1000, output: 5000 } } });
  const victim = await startProcess("victim", "generate");
  const { row } = await createTask(
    hub.ctx,
    readNewTask({ task_type: "text_generation", model_name: model, input_data: { prompt: "When does the ferry go?" } }),
  );
  await victim.hanging;
  victim.child.kill("SIGKILL");
  await once(victim.child, "exit");
  expect(provider.requests).toHaveLength(1);
  expect(await getTask(hub.ctx, row)).toMatchObject({ status: "generating", costUsd: cost });
  expect([await spent(cost), await spent(cost + 0.01)]).toEqual([true, false]);

  await startProcess("heir");
  const state = async () => (await getTask(hub.ctx, row)).status;
  await expect.poll(state, { timeout: 120_000, interval: 100 }).toBe("completed");
  expect(provider.requests).toHaveLength(2);
  const task = await getTask(hub.ctx, row);
  expect(task).toMatchObject({ costUsd: 2 * cost, costByPhase: { generate: 2 * cost }, workerId: "heir" });
  expect(task.phases).toMatchObject([{ model, inputTokens: 200, outputTokens: 40, costUsd: 2 * cost }]);
  expect([await spent(2 * cost), await spent(2 * cost + 0.01)]).toEqual([true, false]);
  const metrics = await inAccount(hub.ctx, (tx) => selectModelCosts(tx, hub.ctx.actor.accountId));
  expect(metrics).toEqual([{ model, phase: "generate", costUsd: 2 * cost, inputTokens: 200, outputTokens: 40 }]);
}, 180_000);
