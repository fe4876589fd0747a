import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { type AccountLimits, accountSettings } from "#db/schema/accounts.ts";
import { phases } from "#db/schema/history.ts";
import { tasks } from "#db/schema/tasks.ts";

export type Hold = { kind: "budget" | "backlog"; reason: string };

export async function readLimits(tx: Transaction, accountId: string): Promise<AccountLimits> {
  const [row] = await tx
    .select({ limits: accountSettings.limits })
    .from(accountSettings)
    .where(eq(accountSettings.accountId, accountId));
  return row?.limits ?? {};
}

/**
 * Why a task may not go on now; null when it may. A spent budget stops what costs something or whose price is unknown;
 * work that runs side by side can overshoot it by what its running phases cost.
 */
export async function findHold(
  tx: Transaction,
  accountId: string,
  task: { estimatedCost: number | null },
): Promise<Hold | null> {
  const limits = await readLimits(tx, accountId);
  const spending = task.estimatedCost === 0 ? null : await spentAll(tx, accountId, limits);
  if (spending) return spending;
  const { review_backlog: backlog } = limits;
  if (backlog == null) return null;
  const waiting = await countWaiting(tx, accountId);
  if (waiting < backlog) return null;
  return { kind: "backlog", reason: `${waiting} tasks wait for review; work goes on below ${backlog}` };
}

/** How many tasks may be let go on at once; the backlog's room, or no bound. */
export async function roomForWork(tx: Transaction, accountId: string): Promise<number> {
  if (await findHold(tx, accountId, { estimatedCost: null })) return 0;
  const { review_backlog: backlog } = await readLimits(tx, accountId);
  return backlog == null ? Number.POSITIVE_INFINITY : backlog - (await countWaiting(tx, accountId));
}

async function spentAll(tx: Transaction, accountId: string, limits: AccountLimits): Promise<Hold | null> {
  const { day_usd: day, month_usd: month } = limits;
  if (day == null && month == null) return null;
  // Answers count as they come: a phase that still runs has been paid for as far as it is.
  const spentSince = (since: SQL) => sql`(${phases.finishedAt} >= ${since} or ${phases.finishedAt} is null)`;
  const startOf = (unit: string) => sql`date_trunc(${unit}, now() at time zone 'UTC') at time zone 'UTC'`;
  const [spent] = await tx
    .select({
      day: sql<number>`coalesce(sum(${phases.costUsd}) filter (where ${spentSince(startOf("day"))}), 0)`.mapWith(
        Number,
      ),
      month: sql<number>`coalesce(sum(${phases.costUsd}), 0)`.mapWith(Number),
    })
    .from(phases)
    .where(
      and(
        eq(phases.accountId, accountId),
        sql`${phases.costUsd} > 0`,
        spentSince(startOf("month")),
        sql`${phases.status} <> 'reused'`,
      ),
    );
  if (month != null && (spent?.month ?? 0) >= month) {
    return {
      kind: "budget",
      reason: `This month's budget of $${month} is spent; work goes on next month or when it is raised`,
    };
  }
  if (day != null && (spent?.day ?? 0) >= day) {
    return { kind: "budget", reason: `Today's budget of $${day} is spent; work goes on tomorrow or when it is raised` };
  }
  return null;
}

async function countWaiting(tx: Transaction, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(tasks)
    .where(and(eq(tasks.accountId, accountId), eq(tasks.status, "awaiting_approval")));
  return row?.count ?? 0;
}
