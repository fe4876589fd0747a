import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBareAccount, queueTestTask, readMoves, readTask } from "#domain/work/testing.ts";

let test: TestDatabase;
let accountId: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => test.close());

/** Starts a worker process and keeps what it says. */
async function startProcess(workerId: string, hangIn = "") {
  const child = fork(join(import.meta.dirname, "testing-process.ts"), {
    env: { ...process.env, DATABASE_URL: test.url, WORKER_ID: workerId, HANG_IN: hangIn },
    execArgv: [],
  });
  children.push(child);
  const phases: string[] = [];
  const ready = once(child, "message");
  child.on("message", (message: { phase?: string }) => {
    if (message.phase) phases.push(message.phase);
  });
  await ready;
  return { child, phases };
}

const soon = { timeout: 150_000, interval: 100 };
const status = (task: Parameters<typeof readTask>[1]) => async () => (await readTask(test.db, task)).status;

it("a worker that is killed loses its task to another, which repeats no phase", async () => {
  const victim = await startProcess("victim", "two");
  const task = await queueTestTask(test.db, accountId);
  await expect.poll(() => victim.phases, soon).toEqual(["one", "two"]);
  const heir = await startProcess("heir");
  victim.child.kill("SIGKILL");
  // Ten seconds of silence, two until somebody looks, and what a busy machine adds.
  await expect.poll(status(task), soon).toBe("awaiting_approval");
  expect(heir.phases).toEqual(["two", "three"]);
  expect(await readTask(test.db, task)).toMatchObject({ workerId: "heir", attempt: 1, rescues: 1 });
  expect(await readMoves(test.db, task)).toEqual(["start", "rescue", "start", "finish_for_review"]);
  const [revision] = await test.owner`select result->>'text' as text from revisions where task_uid = ${task.uid}`;
  expect(revision).toEqual({ text: "one by victim two by heir three by heir" });
}, 180_000);

it("a worker that is asked to end does so in time, with exit code 0, and hands back what it holds", async () => {
  const { child, phases } = await startProcess("asked", "one");
  const task = await queueTestTask(test.db, accountId);
  await expect.poll(() => phases, soon).toEqual(["one"]);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(await readTask(test.db, task)).toMatchObject({ status: "queued", attempt: 0, rescues: 0 });
}, 180_000);

it("a worker whose parent is gone ends by itself", async () => {
  const { child } = await startProcess("orphan");
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
}, 180_000);
