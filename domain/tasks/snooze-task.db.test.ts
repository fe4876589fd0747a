import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { setDueDate } from "#domain/tasks/set-due-date.ts";
import { snoozeTask } from "#domain/tasks/snooze-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { wakeSnoozedTasks } from "#domain/tasks/wake-snoozed.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

async function listed(snoozed: boolean): Promise<string[]> {
  const page = { sortBy: "created_at", sortOrder: "desc", limit: 100, offset: 0 } as const;
  const { tasks, total } = await listTasks(hub.ctx, { filters: { snoozed }, ...page });
  expect(total).toBe(tasks.length);
  return tasks.map(({ id }) => id);
}

it("takes a task off the desk for everyone and brings it back on demand, both on record", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const until = inHours(1);
  const snoozed = await snoozeTask(hub.as("reviewer"), task, until);
  expect(snoozed).toMatchObject({ snoozedUntil: until, snoozedBy: hub.ctx.actor.userId, version: task.version });
  expect(await listed(true)).toEqual([task.id]);
  expect(await listed(false)).not.toContain(task.id);
  const back = await snoozeTask(hub.ctx, task, null);
  expect(back).toMatchObject({ snoozedUntil: null, snoozedBy: null });
  expect(await listed(true)).toEqual([]);
  const audit = await hub.owner`select action from audit where target_id = ${task.id} order by id`;
  expect(audit.map(({ action }) => action)).toEqual(["task.snooze", "task.unsnooze"]);
});

it("is refused for the past, for more than a year, for what does not wait, and to those who do not review", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const fault = { code: "VALIDATION_ERROR", status: 422, details: { field: "until" } };
  await expect(snoozeTask(hub.ctx, task, inHours(-1))).rejects.toMatchObject(fault);
  await expect(snoozeTask(hub.ctx, task, inHours(24 * 367))).rejects.toMatchObject(fault);
  await expect(snoozeTask(hub.as("creator"), task, inHours(1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const approved = await insertTaskIn(hub.ctx, "approved");
  await expect(snoozeTask(hub.ctx, approved, inHours(1))).rejects.toMatchObject({
    code: "INVALID_STATUS_TRANSITION",
  });
});

describe("whatever happens to it ends a snooze:", () => {
  const happenings: Record<string, (ctx: Ctx, ref: TaskRef, version: number) => Promise<unknown>> = {
    "an edit": (ctx, ref, version) => editTask(ctx, ref, { version, content: "Twice a day." }),
    "a comment": (ctx, ref) => commentOnTask(ctx, ref, { body: "Look at this" }),
    "a due date": (ctx, ref, version) => setDueDate(ctx, ref, { version, dueAt: inHours(2) }),
    "an assignment": (ctx, ref) => assignTask(ctx, ref, ctx.actor.userId),
    "a decision": (ctx, ref) => approveTask(ctx, ref, {}),
  };
  it.each(Object.entries(happenings))("%s", async (_, happen) => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    await snoozeTask(hub.ctx, task, inHours(1));
    await happen(hub.ctx, { uid: task.uid }, task.version);
    expect(await getTask(hub.ctx, task)).toMatchObject({ snoozedUntil: null, snoozedBy: null });
  });
});

it("comes back by itself when its time has come, once, and says so", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const later = await insertTaskIn(hub.ctx, "awaiting_approval");
  await snoozeTask(hub.ctx, task, inHours(1));
  await snoozeTask(hub.ctx, later, inHours(1));
  expect(await wakeSnoozedTasks(hub.db)).toBe(0);
  await hub.owner`update tasks set snoozed_until = now() - interval '1 second' where uid = ${task.uid}`;
  expect(await listed(false)).toContain(task.id);
  const woken = await Promise.all([wakeSnoozedTasks(hub.db), wakeSnoozedTasks(hub.db)]);
  expect(woken.toSorted()).toEqual([0, 1]);
  const { snoozedUntil, events } = await getTask(hub.ctx, task);
  expect(snoozedUntil).toBeNull();
  expect(events.at(-1)).toMatchObject({ type: "snooze_ended", actor: { type: "system" } });
  expect((await getTask(hub.ctx, later)).snoozedUntil).not.toBeNull();
});
