import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "#domain/context.ts";
import { runApart } from "#domain/idempotency/run-apart.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const request = { route: "POST /api/models/test", key: "one", bodySha256: "one" };

it("runs in no transaction, so that others see what it writes, and repeats its first answer", async () => {
  let runs = 0;
  const run = async (ctx: Ctx) => {
    runs += 1;
    expect(ctx.db).toBe(hub.ctx.db);
    return { status: 200, body: { runs } };
  };
  expect(await runApart(hub.ctx, request, run)).toEqual({ status: 200, body: { runs: 1 }, replayed: false });
  expect(await runApart(hub.ctx, request, run)).toEqual({ status: 200, body: { runs: 1 }, replayed: true });
  expect(runs).toBe(1);
});

it("refuses the key for another body before it runs", async () => {
  const run = () => Promise.reject(new Error("It ran"));
  const other = runApart(hub.ctx, { ...request, bodySha256: "two" }, run);
  await expect(other).rejects.toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
});

it("of two at once gives both the same answer", async () => {
  const both = { ...request, key: "two at once" };
  let began = 0;
  let letGo = () => {};
  const bothBegan = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const answers = await Promise.allSettled(
    ["a", "b"].map((body) =>
      runApart(hub.ctx, both, async () => {
        began += 1;
        if (began === 2) letGo();
        await bothBegan;
        return { status: 200, body };
      }),
    ),
  );
  const told = answers.map((answer) => (answer.status === "fulfilled" ? answer.value.body : answer.reason.code));
  const [kept] = told.filter((body) => body === "a" || body === "b");
  expect(kept).toBeDefined();
  for (const body of told) expect([kept, "IDEMPOTENCY_IN_FLIGHT"]).toContain(body);
});
