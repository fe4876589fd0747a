import { afterAll, beforeAll, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { recallTask } from "#domain/tasks/recall-task.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { type ClaimedTask, claimTask } from "#domain/work/claim-task.ts";
import { loadWork } from "#domain/work/load-work.ts";
import { savePhase } from "#domain/work/save-phase.ts";
import { startPhase } from "#domain/work/start-phase.ts";
import { registerTestWorker } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import { findTaskType } from "#task-types/schemas.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
  await registerTestWorker(hub.db, "w");
});
afterAll(() => hub.close());

const names = findTaskType("blog_post")?.phases.map(({ name }) => name) ?? [];
const worker = () => workerContext(hub.db, "w", hub.ctx.actor.accountId);
const answer = { model: "m", inputTokens: 1, outputTokens: 1, costUsd: 0.25 };
const use = { ...answer, seconds: 1, unbooked: [answer] };

async function claim(task: TaskRow): Promise<ClaimedTask> {
  const claimed = await claimTask(worker(), task.uid);
  if (!claimed) throw new Error("the task could not be claimed");
  return claimed;
}

async function runPhase({ lease }: ClaimedTask, name: string, degradedReasons: string[] = []) {
  await startPhase(worker(), lease, { name, label: name, ordinal: names.indexOf(name), progress: 5 });
  const outcome = { ...use, output: { of: name }, warnings: [], degradedReasons };
  await savePhase(worker(), lease, name, outcome, { progress: 9, modelUsed: "m", degradedReasons, warnings: ["new"] });
}

it("restores what was sent back before a worker began, and leaves no job behind", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval", { feedback: "Of the round before", warnings: ["old"] });
  const sent = await regenerateTask(hub.ctx, task, { feedback: "Shorter", delaySeconds: 10 });
  expect(sent.availableActions).toContain("recall");
  expect(await claimTask(worker(), task.uid)).toBeNull();
  const back = await recallTask(hub.ctx, task, {});
  expect(back).toMatchObject({
    ...{ status: "awaiting_approval", round: 1, revision: 1, revisionSha256: task.revisionSha256, progress: 100 },
    ...{ feedback: "Of the round before", warnings: ["old"] },
  });
  const [left] = await hub.owner`
    select count(*)::int as jobs from pgboss.job where data->>'taskUid' = ${task.uid} and state < 'active'`;
  expect(left?.jobs).toBe(0);
  const reviews = await hub.owner`select decision from reviews where task_uid = ${task.uid} order by created_at`;
  expect(reviews.map(({ decision }) => decision)).toEqual(["sent_back", "recalled"]);
});

it("ends a round that has begun: its worker is fenced off, its cost stays, its output is nobody's", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval", { round: 1 });
  await regenerateTask(hub.ctx, task, { feedback: "Shorter", fromPhase: names[1] });
  const running = await claim(task);
  await runPhase(running, names[0] as string);
  await runPhase(running, names[1] as string, ["no_network"]);
  const back = await recallTask(hub.ctx, task, {});
  expect(back).toMatchObject({ status: "awaiting_approval", round: 1, degraded: false, degradedReasons: [] });
  expect(back).toMatchObject({ warnings: [], costUsd: 0.5, costByPhase: { [names[0] as string]: 0.25 } });
  await expect(runPhase(running, names[2] as string)).rejects.toThrow("lease");

  await regenerateTask(hub.ctx, task, { feedback: "Longer", fromPhase: names[2] });
  const again = await claim(task);
  expect(again.task.round).toBe(2);
  expect((await loadWork(worker(), again.task, names)).saved).toEqual([]);
  await runPhase(again, names[0] as string);
  await recallTask(hub.ctx, task, {});
  expect((await getTask(hub.ctx, task)).costUsd).toBe(0.75);
});

it("takes over phases of rounds that stand, not of one that was taken back", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval", { round: 1 });
  await hub.owner`
    insert into phases (id, account_id, task_uid, round, name, ordinal, status, attempt, output, started_at)
    values (gen_random_uuid(), ${task.accountId}, ${task.uid}, 1, ${names[0] as string}, 0, 'done', 1, '"kept"', now())`;
  await regenerateTask(hub.ctx, task, { feedback: "Shorter", fromPhase: names[0] });
  await runPhase(await claim(task), names[0] as string);
  await recallTask(hub.ctx, task, {});
  await regenerateTask(hub.ctx, task, { feedback: "Shorter", fromPhase: names[1] });
  const { saved } = await loadWork(worker(), (await claim(task)).task, names);
  expect(saved.map(({ name, output }) => [name, output])).toEqual([[names[0], "kept"]]);
});

it("is refused for a first round, for one that is over, for what was not at the desk, and to those who do not review", async () => {
  const conflict = { code: "INVALID_STATUS_TRANSITION" };
  const first = await insertTaskIn(hub.ctx, "queued");
  await expect(recallTask(hub.ctx, first, {})).rejects.toMatchObject({
    ...conflict,
    details: { current_status: "queued", allowed_transitions: expect.not.arrayContaining(["awaiting_approval"]) },
  });
  const rejected = await insertTaskIn(hub.ctx, "rejected");
  await regenerateTask(hub.ctx, rejected, { feedback: "Shorter" });
  await expect(recallTask(hub.ctx, rejected, {})).rejects.toMatchObject(conflict);
  const over = await insertTaskIn(hub.ctx, "awaiting_approval");
  await regenerateTask(hub.ctx, over, { feedback: "Shorter" });
  await expect(recallTask(hub.as("creator"), over, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await cancelTask(hub.ctx, over, {});
  await expect(recallTask(hub.ctx, over, {})).rejects.toMatchObject(conflict);
});
