import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { unpublishTask } from "#domain/publications/unpublish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { listStatusHistory } from "#domain/tasks/read-history.ts";
import { recallTask } from "#domain/tasks/recall-task.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
import { resubmitTask } from "#domain/tasks/resubmit-task.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { submitRequest } from "#domain/tasks/submit-request.ts";
import { createTestHub, insertTaskIn, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";
import { unapproveTask } from "#domain/tasks/unapprove-task.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

type Verb = {
  run: (ctx: Ctx, task: TaskRow) => Promise<TaskDetail>;
  /** Where it leads from each status in which it is legal. */
  leads: Partial<Record<TaskStatus, TaskStatus>>;
};

const verbs: Record<string, Verb> = {
  enqueue: {
    run: (ctx, task) => submitRequest(ctx, task, { version: task.version, requestData: { topic: "Sandbanks" } }),
    leads: { pending: "queued" },
  },
  retry: { run: (ctx, task) => retryTask(ctx, task), leads: { failed: "queued" } },
  cancel: {
    run: (ctx, task) => cancelTask(ctx, task, { reason: "Not needed" }),
    leads: {
      pending: "cancelled",
      queued: "cancelled",
      on_hold: "cancelled",
      generating: "cancelled",
      awaiting_approval: "cancelled",
      rejected: "cancelled",
    },
  },
  approve: { run: (ctx, task) => approveTask(ctx, task, {}), leads: { awaiting_approval: "approved" } },
  reject: {
    run: (ctx, task) => rejectTask(ctx, task, { reason: "Too short" }),
    leads: { awaiting_approval: "rejected" },
  },
  regenerate: {
    run: (ctx, task) => regenerateTask(ctx, task, { feedback: "Name the rivers" }),
    leads: { awaiting_approval: "queued", rejected: "queued", completed: "queued" },
  },
  // Nobody sent these back; recall-task.db.test.ts has those that somebody did.
  recall: { run: (ctx, task) => recallTask(ctx, task), leads: {} },
  resubmit: { run: (ctx, task) => resubmitTask(ctx, task, {}), leads: { rejected: "awaiting_approval" } },
  edit: {
    run: (ctx, task) => editTask(ctx, task, { version: task.version, content: "Twice a day." }),
    leads: {
      awaiting_approval: "awaiting_approval",
      rejected: "rejected",
      completed: "completed",
      approved: "awaiting_approval",
      published: "awaiting_approval",
    },
  },
  unapprove: { run: (ctx, task) => unapproveTask(ctx, task, {}), leads: { approved: "awaiting_approval" } },
  publish: { run: (ctx, task) => publishTask(ctx, task), leads: { approved: "published" } },
  unpublish: { run: (ctx, task) => unpublishTask(ctx, task), leads: { published: "approved" } },
};

const cases = Object.entries(verbs).flatMap(([name, verb]) =>
  taskStatuses.map((from) => ({ name, verb, from, to: verb.leads[from] })),
);
const reread = (task: TaskRow) => inAccount(hub.ctx, (tx) => getTaskRow(tx, task.accountId, { uid: task.uid }));

describe("a legal move", () => {
  it.each(cases.filter(({ to }) => to))("$name takes $from to $to", async ({ verb, from, to }) => {
    const task = await insertTaskIn(hub.ctx, from);
    const before = await readEverything(hub);
    const answer = await verb.run(hub.ctx, task);
    const added = rowsAdded(before, await readEverything(hub));

    expect(answer.status).toBe(to);
    expect(await reread(task)).toMatchObject({ status: to, version: task.version + 1 });
    expect(added).toMatchObject({ task_events: 1, audit: 1 });
    expect(added["pgboss.job"]).toBe(to === "queued" ? 1 : undefined);
    expect(answer.events.at(-1)).toMatchObject({
      ...(from === to ? { type: "edited" } : { type: "move", fromStatus: from, toStatus: to }),
      actor: { type: "user", id: hub.ctx.actor.id },
    });
    const [job] = await hub.owner`
      select j.data from tasks t join pgboss.job j on j.id = t.job_id where t.uid = ${task.uid}`;
    expect(job?.data).toEqual(to === "queued" ? { taskUid: task.uid, accountId: task.accountId } : undefined);
  });
});

describe("any other", () => {
  it.each(cases.filter(({ to }) => !to))(
    "$name of what is $from is refused, and changes nothing but the history",
    async (attempt) => {
      const { name, verb, from } = attempt;
      const task = await insertTaskIn(hub.ctx, from);
      const before = await readEverything(hub);
      const refused = verb.run(hub.ctx, task);
      await expect(refused).rejects.toMatchObject(
        name === "cancel"
          ? { code: "TASK_NOT_CANCELLABLE", status: 409, details: { current_status: from } }
          : {
              code: "INVALID_STATUS_TRANSITION",
              status: 409,
              details: { current_status: from, allowed_transitions: expect.any(Array) },
            },
      );
      const after = await readEverything(hub);
      expect(after.tasks).toEqual(before.tasks);
      // A text that is not taken is no change of status.
      const isMove = name !== "edit" && name !== "enqueue";
      expect(rowsAdded(before, after)).toEqual(isMove ? { task_events: 1 } : {});
      const { history } = await listStatusHistory(hub.ctx, task);
      if (isMove)
        expect(history.at(-1)).toMatchObject({
          type: "move_refused",
          fromStatus: from,
          actor: { id: hub.ctx.actor.id },
        });
    },
  );
});

it("tells what would be allowed instead, by the caller's rights", async () => {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  await expect(unapproveTask(hub.as("reviewer"), task, {})).rejects.toMatchObject({
    details: {
      current_status: "awaiting_approval",
      target_status: "awaiting_approval",
      allowed_transitions: ["cancelled", "approved", "rejected", "queued"],
    },
  });
});

it("is nobody's who lacks the right, whatever the status", async () => {
  const viewer = hub.as("viewer");
  const before = await readEverything(hub);
  const task = await reread(await insertTaskIn(hub.ctx, "awaiting_approval"));
  for (const verb of Object.values(verbs)) {
    await expect(verb.run(viewer, task)).rejects.toMatchObject({ code: "FORBIDDEN", status: 403 });
  }
  expect(rowsAdded(before, await readEverything(hub))).not.toHaveProperty("audit");
});
