import type { Transaction } from "#db/client.ts";
import { readLimits } from "#domain/budgets/limits.ts";
import { HubError } from "#lib/errors.ts";

/**
 * Refuses a task that alone costs more than a whole budget: on hold, it would wait for ever.
 * @param estimates US dollars; null for an unknown price
 * @throws HubError BUDGET_EXCEEDED
 */
export async function requireBudget(tx: Transaction, accountId: string, estimates: (number | null)[]): Promise<void> {
  const dearest = Math.max(0, ...estimates.map((estimate) => estimate ?? 0));
  if (dearest === 0) return;
  const { day_usd: day, month_usd: month } = await readLimits(tx, accountId);
  const budget = Math.min(day ?? Number.POSITIVE_INFINITY, month ?? Number.POSITIVE_INFINITY);
  if (dearest <= budget) return;
  throw new HubError(
    "BUDGET_EXCEEDED",
    `This task is thought to cost $${dearest}, more than the whole budget of $${budget}`,
    {
      details: { estimated_cost: dearest, budget, remedy: "choose a cheaper model, or have an admin raise the budget" },
    },
  );
}
