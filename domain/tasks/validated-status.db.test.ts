import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listStatusHistory } from "#domain/tasks/read-history.ts";
import { setValidatedStatus } from "#domain/tasks/set-validated-status.ts";
import { createTestHub, insertTaskIn, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

/** The reviewer's moves; the route makes no others. */
const open: Partial<Record<TaskStatus, TaskStatus[]>> = {
  awaiting_approval: ["approved", "rejected"],
  approved: ["published"],
  rejected: ["awaiting_approval"],
};
const pairs = taskStatuses.flatMap((from) => taskStatuses.map((to) => ({ from, to })));
const isOpen = ({ from, to }: { from: TaskStatus; to: TaskStatus }) => open[from]?.includes(to) ?? false;
const claim = { reason: "Because", metadata: { updated_by: "somebody@example.com" } };

describe("a reviewer's move", () => {
  it.each(pairs.filter(isOpen))("$from → $to is made, with reason and claim kept", async ({ from, to }) => {
    const task = await insertTaskIn(hub.ctx, from);
    const moved = await setValidatedStatus(hub.ctx, task, { status: to, ...claim });
    expect(moved).toEqual({ id: task.id, from, to, message: expect.any(String) });
    const { history } = await listStatusHistory(hub.ctx, task);
    expect(history.at(-1)).toMatchObject({
      type: "move",
      fromStatus: from,
      toStatus: to,
      reason: "Because",
      actor: { id: hub.ctx.actor.id },
      metadata: { updated_by: "somebody@example.com" },
    });
  });
});

describe("any other", () => {
  it.each(pairs.filter((pair) => !isOpen(pair)))("$from → $to is refused and remembered", async ({ from, to }) => {
    const task = await insertTaskIn(hub.ctx, from);
    const before = await readEverything(hub);
    await expect(setValidatedStatus(hub.ctx, task, { status: to, ...claim })).rejects.toMatchObject({
      code: "INVALID_STATUS_TRANSITION",
      status: 409,
      details: { current_status: from, target_status: to, allowed_transitions: open[from] ?? [] },
    });
    const after = await readEverything(hub);
    expect(after.tasks).toEqual(before.tasks);
    expect(rowsAdded(before, after)).toEqual({ task_events: 1 });
    const { history } = await listStatusHistory(hub.ctx, task);
    expect(history.at(-1)).toMatchObject({ type: "move_refused", fromStatus: from, toStatus: to, ...claim });
  });
});

it("asks for a reason to reject", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const before = await readEverything(hub);
  await expect(setValidatedStatus(hub.ctx, task, { status: "rejected", reason: " " })).rejects.toMatchObject({
    code: "VALIDATION_ERROR",
    details: { field: "reason" },
  });
  expect(await readEverything(hub)).toEqual(before);
});

it.each<[TaskStatus, TaskStatus]>([
  ["awaiting_approval", "approved"],
  ["approved", "published"],
])("goes from %s to %s on the revision that was read, or not at all", async (from, to) => {
  const task = await insertTaskIn(hub.ctx, from);
  const stale = { status: to, revisionSha256: "0".repeat(64) };
  await expect(setValidatedStatus(hub.ctx, task, stale)).rejects.toMatchObject({ code: "REVISION_CHANGED" });
  const moved = await setValidatedStatus(hub.ctx, task, { status: to, revisionSha256: task.revisionSha256 ?? "" });
  expect(moved.to).toBe(to);
});

it("gives each move to those who hold its right", async () => {
  const waiting = await insertTaskIn(hub.ctx, "awaiting_approval");
  const approved = await insertTaskIn(hub.ctx, "approved");
  const forbidden = { code: "FORBIDDEN", status: 403 };
  await expect(setValidatedStatus(hub.as("creator"), waiting, { status: "approved" })).rejects.toMatchObject(forbidden);
  await expect(setValidatedStatus(hub.as("reviewer"), approved, { status: "published" })).rejects.toMatchObject(
    forbidden,
  );
});
