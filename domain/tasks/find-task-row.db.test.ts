import { afterAll, beforeAll, expect, it } from "vitest";
import { inAccount } from "#domain/context.ts";
import { findTaskRow, lockTaskRow } from "#domain/tasks/find-task-row.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { readInferenceId } from "#lib/http/profiles/inference.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const idOf = async (given: string) =>
  inAccount(
    hub.ctx,
    async (tx) => (await findTaskRow(tx, hub.ctx.actor.accountId, { ref: readInferenceId(given) }))?.id,
  );

it("finds a client's own task_{uuid} under that name, and the hub's uuid before it where both are there", async () => {
  const uuid = crypto.randomUUID();
  await insertTaskIn(hub.ctx, "queued", { id: `task_${uuid}` });
  expect(await idOf(`task_${uuid}`)).toBe(`task_${uuid}`);
  await insertTaskIn(hub.ctx, "queued", { id: uuid });
  expect(await idOf(`task_${uuid}`)).toBe(uuid);
  expect(await idOf(uuid)).toBe(uuid);
  const locked = await inAccount(hub.ctx, (tx) => lockTaskRow(tx, hub.ctx.actor.accountId, { ref: uuid }));
  expect(locked.id).toBe(uuid);
  expect(await idOf(`task_${crypto.randomUUID()}`)).toBeUndefined();
});
