import { and, gt, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import {
  type ModelCost,
  selectModelCosts,
  selectOldestWait,
  selectProcessingTimes,
  selectTaskCounters,
  type TaskCounter,
  type TimeBucket,
} from "#db/queries/measures.ts";
import { workers } from "#db/schema/operations.ts";
import { asSystem, withAccount } from "#domain/context.ts";

export { processingTimeBounds } from "#db/queries/measures.ts";

export type Metrics = {
  counters: TaskCounter[];
  processingTimes: TimeBucket[];
  modelCosts: ModelCost[];
  oldestWaitSeconds: number;
  /** Processes heard within a minute, and how many tasks they can run at once. */
  workers: { alive: number; slots: number };
};

/**
 * What monitoring asks for, from maintained counters: its cost does not grow with the tasks.
 * @param scope whose tasks: one account's, or everyone's
 */
export async function readMetrics(db: Database, scope: { accountId: string } | "all"): Promise<Metrics> {
  const accountId = scope === "all" ? null : scope.accountId;
  const read = async (tx: Transaction): Promise<Metrics> => ({
    counters: await selectTaskCounters(tx, accountId),
    processingTimes: await selectProcessingTimes(tx, accountId),
    modelCosts: await selectModelCosts(tx, accountId),
    oldestWaitSeconds: await selectOldestWait(tx, accountId),
    workers: await countWorkers(tx),
  });
  return accountId ? withAccount(db, accountId, read) : asSystem(db, read);
}

async function countWorkers(tx: Transaction): Promise<Metrics["workers"]> {
  const [row] = await tx
    .select({
      alive: sql<number>`count(*)`.mapWith(Number),
      slots: sql<number>`coalesce(sum(${workers.concurrency}), 0)`.mapWith(Number),
    })
    .from(workers)
    .where(and(isNull(workers.stoppedAt), gt(workers.heartbeatAt, sql`now() - interval '60 seconds'`)));
  return row ?? { alive: 0, slots: 0 };
}
