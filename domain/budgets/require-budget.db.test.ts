import { afterAll, beforeAll, expect, it } from "vitest";
import { requireBudget } from "#domain/budgets/require-budget.ts";
import { setLimits } from "#domain/budgets/set-limits.ts";
import { inAccount } from "#domain/context.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const require = (estimates: (number | null)[]) =>
  inAccount(hub.ctx, (tx) => requireBudget(tx, hub.ctx.actor.accountId, estimates));

it("refuses a task that alone costs more than a whole budget, and names both", async () => {
  await setLimits(hub.ctx, { day_usd: 5, month_usd: 2 });
  await expect(require([0.1, 2.5])).rejects.toMatchObject({
    code: "BUDGET_EXCEEDED",
    details: { estimated_cost: 2.5, budget: 2 },
  });
  await expect(require([1.9, null, 0])).resolves.toBeUndefined();
});

it("lets everything pass where there is no budget", async () => {
  await setLimits(hub.ctx, { day_usd: null, month_usd: null });
  await expect(require([1_000])).resolves.toBeUndefined();
});
