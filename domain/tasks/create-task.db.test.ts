import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { priceTask } from "#domain/tasks/price-task.ts";
import { createTestHub, newPost, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const policy = (requiresApproval: boolean | null) => hub.owner`
  insert into policies (account_id, task_type, requires_approval)
  values (${hub.ctx.actor.accountId}, 'blog_post', ${requiresApproval})
  on conflict (account_id, task_type) do update set requires_approval = excluded.requires_approval`;

describe("creation", () => {
  it("commits row, both events and the job", async () => {
    const before = await readEverything(hub);
    const { row } = await createTask(hub.ctx, newPost({ task_id: "task_001", priority: "urgent" }));
    expect(rowsAdded(before, await readEverything(hub))).toEqual({
      tasks: 1,
      task_events: 2,
      task_count_deltas: 1,
      "pgboss.job": 1,
    });
    const task = await getTask(hub.ctx, { ref: "task_001" });
    expect(task).toMatchObject({ status: "queued", progress: 1, approvalStatus: null, createdBy: hub.ctx.actor.id });
    expect(task.events.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
      [null, "pending"],
      ["pending", "queued"],
    ]);
    const [job] = await hub.owner`select data, priority from pgboss.job where id = ${row.jobId}`;
    expect(job).toEqual({ data: { taskUid: row.uid, accountId: row.accountId }, priority: 3 });
  });

  it("of the same id with the same request gives the task that is there, and makes nothing", async () => {
    const first = await createTask(hub.ctx, newPost({ task_id: "again", priority: "low" }));
    const before = await readEverything(hub);
    const second = await createTask(hub.ctx, newPost({ task_id: "again", priority: "low" }));
    expect(second).toMatchObject({ row: first.row, created: false });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("of the same id with another request is refused, and makes nothing", async () => {
    await createTask(hub.ctx, newPost({ task_id: "taken" }));
    const before = await readEverything(hub);
    await expect(createTask(hub.ctx, newPost({ task_id: "taken", tone: "casual" }))).rejects.toMatchObject({
      code: "TASK_ID_TAKEN",
      status: 409,
      details: { field: "task_id", task_id: "taken" },
    });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("of one id many times at once makes one task with one job", async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, () => createTask(hub.ctx, newPost({ task_id: "rush" }))));
    expect(tries.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(tries.map(({ row }) => row.uid)).size).toBe(1);
    const jobs = await hub.owner`select from pgboss.job where data ->> 'taskUid' = ${tries[0]?.row.uid ?? ""}`;
    expect(jobs).toHaveLength(1);
  });

  it("gives rising numbers, all different, however many come at once", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => createTask(hub.ctx, newPost())));
    expect(new Set(made.map(({ row }) => row.number)).size).toBe(8);
    const next = await createTask(hub.ctx, newPost());
    expect(next.row.number).toBeGreaterThan(Math.max(...made.map(({ row }) => row.number)));
  });

  it("needs the right to write, and the right to publish for a time of publication", async () => {
    const forbidden = { code: "FORBIDDEN", status: 403 };
    await expect(createTask(hub.as("viewer"), newPost())).rejects.toMatchObject(forbidden);
    const timed = newPost({ publish_at: "2030-01-01T00:00:00Z" });
    await expect(createTask(hub.as("reviewer"), timed)).rejects.toMatchObject(forbidden);
    expect((await createTask(hub.as("publisher"), timed)).row.publishAt).toEqual(new Date("2030-01-01T00:00:00Z"));
  });

  it.each(["http://127.0.0.1:5432/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://10.0.0.1/"])(
    "refuses to send a worker to %s",
    async (url) => {
      const before = await readEverything(hub);
      await expect(createTask(hub.ctx, newPost({ reference_urls: [url] }))).rejects.toMatchObject({
        code: "URL_NOT_ALLOWED",
        details: { field: "reference_urls.0" },
      });
      expect(await readEverything(hub)).toEqual(before);
    },
  );
});

describe("approval", () => {
  it("is asked where the type asks, unless the account's policy waives it; a task may ask for more, not less", async () => {
    const asked = async (fields = {}) => (await createTask(hub.ctx, newPost(fields))).row.requiresApproval;
    expect(await asked()).toBe(true);
    await policy(false);
    expect([await asked(), await asked({ requires_approval: true })]).toEqual([false, true]);
    await policy(null);
    expect(await asked()).toBe(true);
  });

  it("is foretold by a dry run as creation decides it", async () => {
    await policy(false);
    const foretold = await priceTask(hub.ctx, newPost());
    const { row } = await createTask(hub.ctx, newPost());
    expect(foretold.requires_approval).toBe(row.requiresApproval);
    await policy(null);
    expect((await priceTask(hub.ctx, newPost())).requires_approval).toBe(true);
  });
});

it("a dry run prices the task and makes nothing", async () => {
  const before = await readEverything(hub);
  const priced = await priceTask(hub.ctx, newPost());
  expect(priced).toMatchObject({ valid: true, task_type: "blog_post", requires_approval: true });
  expect(Object.keys(priced.models)).toEqual(["research", "creative", "qa", "image"]);
  expect(await readEverything(hub)).toEqual(before);
});

it("a model that cannot be had degrades the task, or refuses it where the account allows no substitute", async () => {
  const wanted = () => newPost({ model_name: "openai/gpt-5-mini" });
  expect((await priceTask(hub.ctx, wanted())).warnings).not.toEqual([]);
  await hub.owner`
    insert into account_settings (account_id, allow_substitution) values (${hub.ctx.actor.accountId}, false)
    on conflict (account_id) do update set allow_substitution = false`;
  const before = await readEverything(hub);
  await expect(createTask(hub.ctx, wanted())).rejects.toMatchObject({ code: "MODEL_NOT_FOUND", status: 422 });
  expect(await readEverything(hub)).toEqual(before);
});
