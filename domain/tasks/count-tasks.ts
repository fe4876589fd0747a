import { countByStatus, countTasks as countRows } from "#db/queries/task-counts.ts";
import type { TaskFilters } from "#db/queries/task-filters.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** Exact, under any filters. */
export async function countTasks(ctx: Ctx, filters: TaskFilters): Promise<number> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => countRows(tx, ctx.actor.accountId, filters));
}

export async function countTasksByStatus(ctx: Ctx, filters: TaskFilters): Promise<Partial<Record<TaskStatus, number>>> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) => countByStatus(tx, ctx.actor.accountId, filters));
}
