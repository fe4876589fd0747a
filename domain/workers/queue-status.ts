import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { selectOldestWait, selectTaskCounters } from "#db/queries/measures.ts";
import { workers } from "#db/schema/operations.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { QueueStatus } from "#lib/contract/queue-status.ts";
import { priorities, type TaskStatus } from "#lib/contract/status.ts";

const idsShown = 100;

/** What waits and what runs in the account, and the workers that are alive; its cost does not grow with the tasks. */
export async function readQueueStatus(ctx: Ctx): Promise<QueueStatus> {
  requireScope(ctx, "tasks:read");
  const { accountId } = ctx.actor;
  return inAccount(ctx, async (tx) => {
    const counters = (await selectTaskCounters(tx, accountId)).filter(({ count }) => count > 0);
    const depth = counters.filter(({ status }) => status === "queued");
    const counts: Partial<Record<TaskStatus, number>> = sumBy(counters, ({ status }) => status);
    const oldest = await selectOldestWait(tx, accountId);
    const alive = await tx
      .select()
      .from(workers)
      .where(and(isNull(workers.stoppedAt), gt(workers.heartbeatAt, sql`now() - interval '60 seconds'`)))
      .orderBy(asc(workers.startedAt));
    const idsOf = async (status: "pending" | "queued") => {
      const rows = await tx
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.accountId, accountId), eq(tasks.status, status)))
        .orderBy(asc(tasks.createdAt))
        .limit(idsShown);
      return rows.map((row) => row.id);
    };
    return {
      depth: {
        total: depth.reduce((sum, row) => sum + row.count, 0),
        by_priority: sumBy(depth, (row) => priorities[row.priority] ?? "normal"),
        by_type: sumBy(depth, (row) => row.taskType),
      },
      active: counts.generating ?? 0,
      oldest_wait_seconds: depth.length > 0 ? oldest : null,
      workers: alive.map((worker) => ({
        id: worker.id,
        concurrency: worker.concurrency,
        task_types: worker.taskTypes,
        started_at: worker.startedAt.toISOString(),
        last_heartbeat: worker.heartbeatAt.toISOString(),
      })),
      counts,
      pending_task_ids: await idsOf("pending"),
      queued_task_ids: await idsOf("queued"),
    };
  });
}

function sumBy<Row extends { count: number }>(rows: Row[], keyOf: (row: Row) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[keyOf(row)] = (sums[keyOf(row)] ?? 0) + row.count;
  return sums;
}
