import { afterAll, beforeAll, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { setPriority } from "#domain/tasks/set-priority.ts";
import { createTestHub, insertTaskIn, newPost, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const jobOf = async (id: string) =>
  (await hub.owner`select j.priority from pgboss.job j join tasks t on t.job_id = j.id where t.id = ${id}`)[0];

it("is of the task and of its place in the queue, and is said once", async () => {
  const { row } = await createTask(hub.ctx, newPost());
  expect(await jobOf(row.id)).toEqual({ priority: 1 });
  for (const _ of [1, 2]) {
    expect(await setPriority(hub.ctx, row, "urgent")).toMatchObject({ priority: "urgent", status: "queued" });
  }
  expect(await jobOf(row.id)).toEqual({ priority: 3 });
  const audit = await hub.owner`select detail from audit where target_id = ${row.id} and action = 'task.priority'`;
  expect(audit).toEqual([{ detail: { priority: "urgent", from: "normal" } }]);
  const told = await hub.owner`select message from task_events where task_uid = ${row.uid} and type = 'priority'`;
  expect(told).toEqual([{ message: "Priority urgent" }]);
});

it("leaves an approval as it was, and a job that runs alone", async () => {
  const approved = await insertTaskIn(hub.ctx, "approved");
  const after = await setPriority(hub.ctx, approved, "low");
  expect(after).toMatchObject({ status: "approved", version: approved.version });
  const { row } = await createTask(hub.ctx, newPost());
  await hub.owner`update pgboss.job set state = 'active' where id = ${row.jobId}`;
  await setPriority(hub.ctx, row, "high");
  expect(await jobOf(row.id)).toEqual({ priority: 1 });
});

it("is for those who may write", async () => {
  const task = await insertTaskIn(hub.ctx, "queued");
  await expect(setPriority(hub.as("viewer"), task, "urgent")).rejects.toMatchObject({ code: "FORBIDDEN" });
});
