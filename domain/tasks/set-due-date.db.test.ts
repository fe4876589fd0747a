import { afterAll, beforeAll, expect, it } from "vitest";
import { setDueDate } from "#domain/tasks/set-due-date.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const due = new Date("2026-01-31T09:00:00Z");

it("sets and takes away the date, and leaves an approval as it was", async () => {
  const task = await insertTaskIn(hub.ctx, "approved");
  const after = await setDueDate(hub.ctx, task, { version: task.version, dueAt: due });
  expect(after).toMatchObject({ dueAt: due, status: "approved", approvedSha256: task.approvedSha256 });
  const cleared = await setDueDate(hub.ctx, task, { version: after.version, dueAt: null });
  expect(cleared.dueAt).toBeNull();
  const actions =
    await hub.owner`select action, detail from audit where target_id = ${task.id} and action = 'task.due'`;
  expect(actions).toHaveLength(2);
});

it("is refused where the task has changed, and to those who only read", async () => {
  const task = await insertTaskIn(hub.ctx, "queued");
  const stale = { version: task.version + 1, dueAt: due };
  await expect(setDueDate(hub.ctx, task, stale)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  const reader = setDueDate(hub.as("viewer"), task, { version: task.version, dueAt: due });
  await expect(reader).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("is set whatever the task is by now where no version is named, and said once", async () => {
  const task = await insertTaskIn(hub.ctx, "queued");
  for (const _ of [1, 2]) await setDueDate(hub.ctx, task, { dueAt: due });
  const told = await hub.owner`select from task_events where task_uid = ${task.uid} and type = 'due'`;
  expect(told).toHaveLength(1);
});
