import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { countedFrom, isCovered, type TaskFilters, whereTasks } from "#db/queries/task-filters.ts";
import { taskCountDeltas, taskCounts } from "#db/schema/operations.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** Exact, under any filters: from the counters where they cover them, else by counting. */
export async function countTasks(tx: Transaction, accountId: string, filters: TaskFilters): Promise<number> {
  if (isCovered(filters)) return total(await countByStatus(tx, accountId, filters));
  const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int from ${countedFrom(accountId, filters)}`);
  return row?.count ?? 0;
}

/** As countTasks, but stops counting above `cap`: a list needs no more. */
export async function countTasksUpTo(
  tx: Transaction,
  accountId: string,
  filters: TaskFilters,
  cap: number,
): Promise<{ total: number; capped: boolean }> {
  if (isCovered(filters)) return { total: await countTasks(tx, accountId, filters), capped: false };
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int from (select from ${countedFrom(accountId, filters)} limit ${cap + 1}) counted`,
  );
  const found = row?.count ?? 0;
  return { total: Math.min(found, cap), capped: found > cap };
}

/** The account's tasks in each status, exact under any filters; statuses with none are left out. */
export async function countByStatus(
  tx: Transaction,
  accountId: string,
  filters: TaskFilters,
): Promise<Partial<Record<TaskStatus, number>>> {
  const rows = isCovered(filters)
    ? await countersByStatus(tx, accountId, filters)
    : await tx
        .select({ status: tasks.status, count: count() })
        .from(tasks)
        .where(whereTasks(accountId, filters))
        .groupBy(tasks.status);
  return Object.fromEntries(rows.flatMap((row) => (row.count > 0 ? [[row.status, row.count]] : [])));
}

/** Folded base and the deltas since, in one statement and so of one moment. */
async function countersByStatus(tx: Transaction, accountId: string, filters: TaskFilters) {
  const { statuses, taskTypes } = filters;
  const base = tx
    .select({ status: taskCounts.status, part: sql<number>`${taskCounts.count}`.as("part") })
    .from(taskCounts)
    .where(
      and(
        eq(taskCounts.accountId, accountId),
        statuses && inArray(taskCounts.status, statuses),
        taskTypes && inArray(taskCounts.taskType, taskTypes),
      ),
    );
  const deltas = tx
    .select({ status: taskCountDeltas.status, part: sql<number>`${taskCountDeltas.delta}`.as("part") })
    .from(taskCountDeltas)
    .where(
      and(
        eq(taskCountDeltas.accountId, accountId),
        statuses && inArray(taskCountDeltas.status, statuses),
        taskTypes && inArray(taskCountDeltas.taskType, taskTypes),
      ),
    );
  const parts = base.unionAll(deltas).as("parts");
  return tx
    .select({ status: parts.status, count: sql<number>`sum(${parts.part})`.mapWith(Number) })
    .from(parts)
    .groupBy(parts.status);
}

function total(counts: Partial<Record<TaskStatus, number>>): number {
  return Object.values(counts).reduce((sum, value) => sum + value, 0);
}
