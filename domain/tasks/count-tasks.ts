import { countByStatus, countTasks as countRows, countTasksUpTo } from "#db/queries/task-counts.ts";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** Exact, under any filters; with `upTo`, no more than that is counted where the maintained counters do not know. */
export async function countTasks(ctx: Ctx, filters: TaskFilters, upTo?: number): Promise<number> {
  requireScope(ctx, "tasks:read");
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) =>
    upTo === undefined ? countRows(tx, accountId, filters) : (await countTasksUpTo(tx, accountId, filters, upTo)).total,
  );
}

export async function countTasksByStatus(ctx: Ctx, filters: TaskFilters): Promise<Partial<Record<TaskStatus, number>>> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => countByStatus(tx, ctx.actor.accountId, filters));
}
