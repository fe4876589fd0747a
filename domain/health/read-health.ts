import { and, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { workers } from "#db/schema/operations.ts";
import { asSystem } from "#domain/context.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

export type Health = {
  healthy: boolean;
  /** What is wrong, in words; empty when healthy. */
  failing: string[];
  checks: { database: boolean; worker: boolean };
  counts: Partial<Record<TaskStatus, number>> | null;
};

/** A worker that was not heard for this long is no worker. */
const silentWorker = sql`now() - interval '60 seconds'`;

/**
 * Whether the hub can do its work: the database answers and a worker was heard within a minute.
 * @param scope whose tasks are counted: one account's, everyone's, or none
 */
export async function readHealth(db: Database, scope: { accountId: string } | "all" | "none"): Promise<Health> {
  try {
    return await asSystem(db, async (tx) => {
      const [alive] = await tx
        .select({ id: workers.id })
        .from(workers)
        .where(and(isNull(workers.stoppedAt), gt(workers.heartbeatAt, silentWorker)))
        .limit(1);
      const worker = alive !== undefined;
      const failing = worker ? [] : ["no worker was heard for 60 seconds"];
      const counts = scope === "none" ? null : await countStatuses(tx, scope === "all" ? null : scope.accountId);
      return { healthy: worker, failing, checks: { database: true, worker }, counts };
    });
  } catch {
    const failing = ["the database does not answer"];
    return { healthy: false, failing, checks: { database: false, worker: false }, counts: null };
  }
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

async function countStatuses(tx: Transaction, accountId: string | null): Promise<Partial<Record<TaskStatus, number>>> {
  const rows = await tx.execute<{ status: TaskStatus; count: string }>(sql`
    select status, sum(part) as count from (
      select account_id, status, count as part from task_counts
      union all select account_id, status, delta from task_count_deltas
    ) parts where ${accountId}::uuid is null or account_id = ${accountId}::uuid group by status`);
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]));
}
