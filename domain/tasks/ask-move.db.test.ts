import { afterAll, beforeAll, expect, it } from "vitest";
import { runOnce } from "#domain/idempotency/run-once.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { listStatusHistory } from "#domain/tasks/read-history.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const refusedOf = async (ref: Parameters<typeof listStatusHistory>[1]) =>
  (await listStatusHistory(hub.ctx, ref)).history
    .filter(({ type }) => type === "move_refused")
    .map(({ fromStatus, toStatus, reason, metadata }) => ({ fromStatus, toStatus, reason, metadata }));

const key = (name: string) => ({ route: "POST /api/tasks/x/approve", key: name, bodySha256: "one" });

it("remembers what was asked for and why it was refused", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const stale = { revisionSha256: "0".repeat(64), feedback: "Fine", metadata: { desk: 2 } };
  await expect(approveTask(hub.ctx, task, stale)).rejects.toMatchObject({ code: "REVISION_CHANGED" });
  expect(await refusedOf(task)).toEqual([
    {
      fromStatus: "awaiting_approval",
      toStatus: "approved",
      reason: "Fine",
      metadata: { desk: 2, refused_with: "REVISION_CHANGED" },
    },
  ]);
});

it("remembers it once, also when the request's own transaction is undone", async () => {
  const task = await insertTaskIn(hub.ctx, "published");
  const asked = runOnce(hub.ctx, key("undone"), async (ctx) => {
    await approveTask(ctx, task, {});
    return { status: 200, body: null };
  });
  await expect(asked).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
  expect(await refusedOf(task)).toMatchObject([{ fromStatus: "published", toStatus: "approved" }]);
});

it("remembers it once for each task of a bulk, whose own transaction stays", async () => {
  const [done, waiting] = [await insertTaskIn(hub.ctx, "completed"), await insertTaskIn(hub.ctx, "awaiting_approval")];
  await runOnce(hub.ctx, key("bulk"), async (ctx) => {
    await changeTasks(ctx, cancelTask, [done.id, waiting.id], [{ reason: "Over" }]);
    return { status: 200, body: null };
  });
  expect(await refusedOf(done)).toMatchObject([{ toStatus: "cancelled", reason: "Over" }]);
  expect(await refusedOf(waiting)).toEqual([]);
});

it("takes a missing right, and a task that is not there, for no attempt", async () => {
  const task = await insertTaskIn(hub.ctx, "approved");
  await expect(rejectTask(hub.as("creator"), task, { reason: "No" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedOf(task)).toEqual([]);
  const events = () => hub.owner`select count(*)::int as count from task_events`;
  const before = await events();
  await expect(approveTask(hub.ctx, { ref: "never-was" }, {})).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
  expect(await events()).toEqual(before);
});
