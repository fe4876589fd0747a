import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { inAccount } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { revisionSha256 } from "#domain/tasks/add-revision.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { setValidatedStatus } from "#domain/tasks/set-validated-status.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub, withoutRefusals } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const waiting = () => insertTaskIn(hub.ctx, "awaiting_approval");
const edited = (task: TaskRow, content: string) => editTask(hub.ctx, task, { version: task.version, content });

describe("two decisions at once", () => {
  it("make exactly one approval, with one event, review and audit row", async () => {
    const task = await waiting();
    const tries = Array.from({ length: 8 }, () => approveTask(hub.ctx, task, {}));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const losers = settled.flatMap((outcome) => (outcome.status === "rejected" ? outcome.reason : []));
    expect(losers.map((error) => error.code)).toEqual(Array(7).fill("INVALID_STATUS_TRANSITION"));
    expect(losers[0].details.current_status).toBe("approved");
    const [row] = await hub.owner`
      select (select count(*)::int from task_events where task_uid = ${task.uid} and move = 'approve') as events,
        (select count(*)::int from reviews where task_uid = ${task.uid}) as reviews,
        (select count(*)::int from audit where target_id = ${task.id}) as audited`;
    expect(row).toEqual({ events: 1, reviews: 1, audited: 1 });
  });

  it("of different minds leave the task where one of them put it", async () => {
    const task = await waiting();
    const [approval, rejection] = await Promise.allSettled([
      approveTask(hub.ctx, task, {}),
      rejectTask(hub.ctx, task, { reason: "Too short" }),
    ]);
    expect([approval.status, rejection.status].sort()).toEqual(["fulfilled", "rejected"]);
    const [row] = await hub.owner`select status from tasks where uid = ${task.uid}`;
    expect(row?.status).toBe(approval.status === "fulfilled" ? "approved" : "rejected");
  });

  it("are caught by the UPDATE itself, even for a caller who read the task without holding it", async () => {
    const task = await waiting();
    await approveTask(hub.ctx, task, {});
    const back = await unapproveTask(hub.ctx, task, {});
    expect(back.status).toBe("awaiting_approval");
    const before = await readEverything(hub);
    // The same status again, two versions later.
    const late = inAccount(hub.ctx, (tx) => moveTask({ ...hub.ctx, tx }, task, "approve"));
    await expect(late).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
    expect(withoutRefusals(await readEverything(hub))).toEqual(withoutRefusals(before));
  });
});

describe("an approval", () => {
  it("is of the revision that the reviewer read", async () => {
    const task = await waiting();
    const read = task.revisionSha256 ?? "";
    const after = await edited(task, "Twice a day, and twice a night.");
    const before = await readEverything(hub);
    const stale = { code: "REVISION_CHANGED", status: 409, details: { current_sha256: after.revisionSha256 } };
    await expect(approveTask(hub.ctx, task, { revisionSha256: read })).rejects.toMatchObject(stale);
    await expect(rejectTask(hub.ctx, task, { reason: "No", revisionSha256: read })).rejects.toMatchObject(stale);
    expect(withoutRefusals(await readEverything(hub))).toEqual(withoutRefusals(before));

    const approved = await approveTask(hub.ctx, task, { revisionSha256: after.revisionSha256 ?? "" });
    expect(approved).toMatchObject({ status: "approved", approvedSha256: after.revisionSha256 });
    const [review] = await hub.owner`select decision, revision, sha256 from reviews where task_uid = ${task.uid}`;
    expect(review).toEqual({ decision: "approved", revision: 2, sha256: after.revisionSha256 });
  });

  it("records the hash that was current when none is given", async () => {
    const task = await waiting();
    expect((await approveTask(hub.ctx, task, {})).approvedSha256).toBe(task.revisionSha256);
  });

  it("is undone by an edit, by an editor who gave the same words too", async () => {
    const task = await insertTaskIn(hub.ctx, "approved");
    const after = await edited(task, "Twice a day the sea comes in.");
    expect(after).toMatchObject({ status: "awaiting_approval", approvedSha256: null, revision: 2 });
    await expect(publishTask(hub.ctx, task)).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
  });

  it("is of a hash over content and result together, whatever the order of fields", () => {
    const hash = revisionSha256({ content: "a", result: { x: 1, y: { b: 2, c: 3 } } });
    expect(revisionSha256({ content: "a", result: { y: { c: 3, b: 2 }, x: 1 } })).toBe(hash);
    expect(revisionSha256({ content: "a", result: { x: 2, y: { b: 2, c: 3 } } })).not.toBe(hash);
    expect(revisionSha256({ content: "b", result: { x: 1, y: { b: 2, c: 3 } } })).not.toBe(hash);
  });
});

describe("publishing what was tampered with", () => {
  const tamperings: [string, (task: TaskRow) => Promise<unknown>][] = [
    ["its words", ({ uid }) => hub.owner`update revisions set content = 'Buy now.' where task_uid = ${uid}`],
    [
      "its result",
      ({ uid }) => hub.owner`update revisions set result = result || '{"title": "Buy"}' where task_uid = ${uid}`,
    ],
    [
      "the approved hash",
      ({ uid }) => hub.owner`update tasks set approved_sha256 = repeat('0', 64) where uid = ${uid}`,
    ],
    [
      "both hashes, so that they agree",
      ({ uid }) => hub.owner`
        update tasks set approved_sha256 = repeat('0', 64), revision_sha256 = repeat('0', 64) where uid = ${uid}`,
    ],
    ["the approval, taken away", ({ uid }) => hub.owner`update tasks set approved_sha256 = null where uid = ${uid}`],
  ];

  it.each(tamperings)("is refused: %s", async (_, tamper) => {
    const task = await insertTaskIn(hub.ctx, "approved");
    await tamper(task);
    const before = await readEverything(hub);
    await expect(publishTask(hub.ctx, task)).rejects.toMatchObject({ code: "REVISION_CHANGED" });
    await expect(setValidatedStatus(hub.ctx, task, { status: "published" })).rejects.toMatchObject({
      code: "REVISION_CHANGED",
    });
    expect(withoutRefusals(await readEverything(hub))).toEqual(withoutRefusals(before));
  });
});
