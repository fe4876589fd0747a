import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertArtifact } from "#domain/publications/testing.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { createTestHub, insertTaskIn, newPost, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { taskStatuses } from "#lib/contract/status.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

describe("a deleted task", () => {
  it.each(taskStatuses)("that was %s is gone with its words; the audit keeps that it was there", async (status) => {
    const task = await insertTaskIn(hub.ctx, status);
    await commentOnTask(hub.ctx, task, { body: "A word of mine" });
    await deleteTask(hub.ctx, task);
    await expect(getTask(hub.ctx, task)).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });

    const { audit, task_events: events, publications, ...rest } = await readEverything(hub);
    const { "pgboss.job": _, outbox: __, ...words } = rest;
    expect(JSON.stringify(words)).not.toContain(task.uid);
    const left = events?.filter((event) => event.task_uid === task.uid);
    expect(left).toMatchObject([{ type: "deleted", from_status: status, message: "Task deleted", reason: null }]);
    const live = publications?.filter((row) => row.task_uid === task.uid && row.withdrawn_at === null);
    expect(live).toEqual([]);
    expect(audit?.filter((row) => row.target_id === task.id).at(-1)).toMatchObject({
      action: "task.delete",
      detail: { status, number: task.number, task_type: "blog_post", sha256: task.revisionSha256 },
    });
  });

  it("leaves its files to be removed once nothing else has them", async () => {
    const task = await insertTaskIn(hub.ctx, "completed");
    await insertArtifact(hub.ctx, task.uid, "a.png", "a".repeat(64));
    await deleteTask(hub.ctx, task);
    const [row] = await hub.owner`
      select (select count(*)::int from artifacts where task_uid = ${task.uid}) as rows,
        (select payload from outbox where kind = 'artifact.remove' and task_uid = ${task.uid}) as payload`;
    expect(row).toEqual({ rows: 0, payload: { sha256: "a".repeat(64) } });
  });

  it("frees its id, whose next task is a new one", async () => {
    const first = await createTask(hub.ctx, newPost({ task_id: "phoenix" }));
    await deleteTask(hub.ctx, { ref: "phoenix" });
    const second = await createTask(hub.ctx, newPost({ task_id: "phoenix", tone: "casual" }));
    expect(second.created).toBe(true);
    expect(second.row.uid).not.toBe(first.row.uid);
    expect((await getTask(hub.ctx, { ref: "phoenix" })).events).toHaveLength(2);
  });
});

it("deleting twice at once deletes once", async () => {
  const task = await insertTaskIn(hub.ctx, "completed");
  const settled = await Promise.allSettled([deleteTask(hub.ctx, task), deleteTask(hub.ctx, task)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [row] = await hub.owner`
    select count(*)::int as audited from audit where action = 'task.delete' and target_id = ${task.id}`;
  expect(row?.audited).toBe(1);
});

it("what readers see is a publisher's to delete", async () => {
  const task = await insertTaskIn(hub.ctx, "published");
  const before = await readEverything(hub);
  await expect(deleteTask(hub.as("reviewer"), task)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await readEverything(hub)).toEqual(before);
  expect((await getTask(hub.as("reviewer"), task)).availableActions).not.toContain("delete");
  expect((await getTask(hub.as("publisher"), task)).availableActions).toContain("delete");
});

it("a cancelled task keeps its history and lets go of its worker", async () => {
  const task = await insertTaskIn(hub.ctx, "generating", {
    leaseId: "01890000-0000-7000-8000-000000000000",
    workerId: "w",
  });
  const cancelled = await cancelTask(hub.ctx, task, { reason: "Not needed" });
  expect(cancelled).toMatchObject({ status: "cancelled", errorMessage: "Task was cancelled" });
  expect(cancelled.events.at(-1)).toMatchObject({ reason: "Not needed" });
  const [row] = await hub.owner`select lease_id, job_id from tasks where uid = ${task.uid}`;
  expect(row).toEqual({ lease_id: null, job_id: null });
});
