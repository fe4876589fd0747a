import { afterAll, beforeAll, expect, it } from "vitest";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { countTasks, countTasksByStatus } from "#domain/tasks/count-tasks.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { createTestHub, insertTaskIn, newPost, type TestHub } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";
import { foldTaskCounts } from "#domain/work/fold-task-counts.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

async function counted(): Promise<Record<string, number>> {
  const rows = await hub.owner<{ status: string; count: number }[]>`
    select status, count(*)::int as count from tasks where account_id = ${hub.ctx.actor.accountId} group by 1`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function expectExact(): Promise<void> {
  const counters = await countTasksByStatus(hub.ctx, {});
  expect(counters).toEqual(await counted());
  const total = Object.values(counters).reduce((sum, count) => sum + count, 0);
  expect(await countTasks(hub.ctx, {})).toBe(total);
}

it("counters are exact after moves that run into one another, before, while and after they are folded", async () => {
  const created = await Promise.all(Array.from({ length: 12 }, () => createTask(hub.ctx, newPost())));
  await expectExact();
  const drafts = [];
  for (let index = 0; index < 12; index++) drafts.push(await insertTaskIn(hub.ctx, "awaiting_approval"));

  const moves = [
    ...created.slice(0, 6).flatMap(({ row }) => [cancelTask(hub.ctx, row), cancelTask(hub.ctx, row)]),
    ...drafts.flatMap((task) => [approveTask(hub.ctx, task, {}), rejectTask(hub.ctx, task, { reason: "No" })]),
    ...created.slice(6, 9).map(({ row }) => deleteTask(hub.ctx, row)),
    foldTaskCounts(hub.db),
    foldTaskCounts(hub.db),
  ];
  await Promise.allSettled(moves);
  await expectExact();

  await foldTaskCounts(hub.db);
  await expectExact();
  const [left] = await hub.owner`select count(*)::int as deltas from task_count_deltas`;
  expect(left?.deltas).toBe(0);
});

it("a move that is rolled back was never counted", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  await expect(approveTask(hub.ctx, task, { feedback: "\u0000" })).rejects.toThrow();
  await expectExact();
});

it("entries into a status are counted too, and never fall", async () => {
  const entered = async () => {
    const [row] = await hub.owner`
      select coalesce(sum(entered), 0)::int as entered from (
        select entered from task_counts where status = 'approved'
        union all select entered from task_count_deltas where status = 'approved') as parts`;
    return row?.entered;
  };
  const before = await entered();
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  await approveTask(hub.ctx, task, {});
  await unapproveTask(hub.ctx, task, {});
  await approveTask(hub.ctx, task, {});
  await foldTaskCounts(hub.db);
  await deleteTask(hub.ctx, task);
  expect(await entered()).toBe(before + 2);
});

it("another account's tasks are not among them", async () => {
  const other = await hub.addAccount("Second");
  await createTask(other, newPost());
  expect(await countTasksByStatus(other, {})).toEqual({ queued: 1 });
  expect(await countTasksByStatus(other, { taskTypes: ["video"] })).toEqual({});
  await expectExact();
});
