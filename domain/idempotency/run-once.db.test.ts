import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/context.ts";
import { runOnce } from "#domain/idempotency/run-once.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { createTestHub, newPost, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import { HubError } from "#lib/errors.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const request = (key: string, fields: { route?: string; bodySha256?: string } = {}) => ({
  ...{ route: "POST /api/tasks", key, bodySha256: "one" },
  ...fields,
});

/** Makes a task, and answers with its id. */
const create = async (ctx: Ctx) => {
  const { row } = await createTask(ctx, newPost());
  return { status: 201, body: { task_id: row.id } };
};

describe("a request under a key", () => {
  it("is carried out once and then repeated, whatever has happened since", async () => {
    const first = await runOnce(hub.ctx, request("once"), create);
    const before = await readEverything(hub);
    const again = await runOnce(hub.ctx, request("once"), create);
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("many times at once is carried out once; the others are told so or get its answer", async () => {
    const before = await readEverything(hub);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => runOnce(hub.ctx, request("storm"), create)),
    );
    const answers = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "IDEMPOTENCY_IN_FLIGHT", status: 409 });
    }
    const after = await readEverything(hub);
    expect(after.tasks?.length).toBe((before.tasks?.length ?? 0) + 1);
    expect(after["pgboss.job"]?.length).toBe((before["pgboss.job"]?.length ?? 0) + 1);
  });

  it("with another body is refused, and does nothing", async () => {
    await runOnce(hub.ctx, request("bodies"), create);
    const before = await readEverything(hub);
    const other = runOnce(hub.ctx, request("bodies", { bodySha256: "two" }), create);
    await expect(other).rejects.toMatchObject({ code: "IDEMPOTENCY_MISMATCH", status: 422 });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("is another one on another route, and in another account", async () => {
    const theirs = await hub.addAccount("Second");
    const answers = [
      await runOnce(hub.ctx, request("mine"), create),
      await runOnce(hub.ctx, request("mine", { route: "POST /tasks" }), create),
      await runOnce(theirs, request("mine"), create),
    ];
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, false, false]);
  });

  it("that fails leaves nothing, and may be tried again", async () => {
    const before = await readEverything(hub);
    const failing = runOnce(hub.ctx, request("fails"), async (ctx) => {
      await create(ctx);
      throw new HubError("WORKER_UNAVAILABLE", "Nobody is there");
    });
    await expect(failing).rejects.toMatchObject({ code: "WORKER_UNAVAILABLE" });
    expect(await readEverything(hub)).toEqual(before);
    expect(await runOnce(hub.ctx, request("fails"), create)).toMatchObject({ status: 201, replayed: false });
  });

  it("whose answer cannot be kept has no effect either: both commit together", async () => {
    const before = await readEverything(hub);
    const unkept = runOnce(hub.ctx, request("unkept"), async (ctx) => {
      await create(ctx);
      return { status: 2 ** 40, body: {} };
    });
    await expect(unkept).rejects.toThrow();
    expect(await readEverything(hub)).toEqual(before);
  });

  it("keeps its answer unreadable: it may hold a key", async () => {
    await runOnce(hub.ctx, request("secret"), async () => ({ status: 201, body: { key: "oh_very-secret" } }));
    const [kept] = await hub.owner`select response::text as response from idempotency_keys where key = 'secret'`;
    expect(kept?.response).not.toContain("very-secret");
    const again = await runOnce(hub.ctx, request("secret"), create);
    expect(again).toEqual({ status: 201, body: { key: "oh_very-secret" }, replayed: true });
  });

  it("is a new one after 24 hours", async () => {
    const first = await runOnce(hub.ctx, request("old"), create);
    await hub.owner`update idempotency_keys set created_at = now() - interval '24 hours 1 second' where key = 'old'`;
    const next = await runOnce(hub.ctx, request("old", { bodySha256: "two" }), create);
    expect(next.replayed).toBe(false);
    expect(next.body).not.toEqual(first.body);
  });
});
