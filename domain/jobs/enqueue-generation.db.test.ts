import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Listener } from "#db/listener.ts";
import { tasks } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { asSystem, withAccount } from "#domain/context.ts";
import { cancelJob } from "#domain/jobs/cancel-job.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { insertBareAccount, queueTestTask } from "#domain/work/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

const jobsOf = (ids: string[]) => test.owner`
  select id, name, data, priority, retry_limit, start_after > now() as later from pgboss.job where id = any(${ids})`;

it("sends many tasks in one statement, with their priority and time, and wakes the dispatchers once", async () => {
  const listener = new Listener(test.appUrl);
  const heard: string[] = [];
  await listener.listen("hub_jobs", (payload) => heard.push(payload));
  const jobs = [0, 3].map((priority) => ({ uid: randomUUID(), accountId, jobId: randomUUID(), priority }));
  const runAfter = new Date(Date.now() + 60_000);
  const queued = jobs.map((job) => (job.priority === 3 ? { ...job, runAfter } : job));
  await asSystem(test.db, (tx) => enqueueGeneration(tx, queued));

  await expect.poll(() => heard.length).toBe(1);
  const rows = await jobsOf(jobs.map(({ jobId }) => jobId));
  const common = { name: "task.generate", retry_limit: 0 };
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({
    ...common,
    id: jobs[0]?.jobId,
    data: { taskUid: jobs[0]?.uid, accountId },
    priority: 0,
    later: false,
  });
  expect(rows).toContainEqual(expect.objectContaining({ id: jobs[1]?.jobId, priority: 3, later: true }));
  await listener.end();
});

it("leaves neither row, event nor job behind when the transaction fails after them", async () => {
  const jobId = randomUUID();
  const id = `doomed-${jobId}`;
  const doomed = withAccount(test.db, accountId, async (tx) => {
    const values = {
      accountId,
      id,
      taskType: "scripted",
      requiresApproval: false,
      requestSha256: "",
      createdBy: "test",
    };
    const [task] = await tx.insert(tasks).values(values).returning();
    await enqueueGeneration(tx, [{ uid: task?.uid ?? "", accountId, jobId, priority: 1 }]);
    throw new Error("on purpose");
  });
  await expect(doomed).rejects.toThrow("on purpose");
  expect(await jobsOf([jobId])).toEqual([]);
  expect(await test.owner`select from tasks where id = ${id}`).toHaveLength(0);
});

it("refuses a payload that is no id, and sends nothing", async () => {
  const jobId = randomUUID();
  const sent = asSystem(test.db, (tx) => enqueueGeneration(tx, [{ uid: "not an id", accountId, jobId, priority: 1 }]));
  await expect(sent).rejects.toThrow();
  expect(await jobsOf([jobId])).toEqual([]);
});

it("takes back a job that nobody fetched", async () => {
  const task = await queueTestTask(test.db, accountId);
  await asSystem(test.db, (tx) => cancelJob(tx, task.jobId));
  expect(await jobsOf([task.jobId ?? ""])).toEqual([]);
});
