import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

/** Upper bounds of the processing time's buckets, in seconds. Adding one leaves what was counted in the next larger. */
export const processingTimeBounds = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

/** The smallest bound that a time does not exceed, else Infinity. */
export function bucketOf(seconds: SQL): SQL {
  const bounds = sql.raw(`array[${processingTimeBounds.join(",")}]::float8[]`);
  return sql`coalesce((select min(bound) from unnest(${bounds}) bound where bound >= ${seconds}), 'Infinity'::float8)`;
}

/** Where an account's rows are asked for, not everyone's. */
function ofAccount(accountId: string | null): SQL {
  return accountId ? sql`where account_id = ${accountId}` : sql``;
}

export type TaskCounter = {
  status: TaskStatus;
  taskType: string;
  priority: number;
  count: number;
  /** Entries into the status, from what outside clients call otherwise. */
  entered: number;
};

/** Tasks by status, type and priority: base and deltas in one statement, and so of one moment. */
export async function selectTaskCounters(tx: Transaction, accountId: string | null): Promise<TaskCounter[]> {
  const only = ofAccount(accountId);
  const rows = await tx.execute<
    { status: TaskStatus; task_type: string; priority: number } & Record<string, string>
  >(sql`
    select status, task_type, priority, sum(count) as count, sum(entered) as entered from (
      select status, task_type, priority, count, entered from task_counts ${only}
      union all select status, task_type, priority, delta, entered from task_count_deltas ${only}
    ) parts group by 1, 2, 3 order by 1, 2, 3`);
  return rows.map((row) => ({
    status: row.status,
    taskType: row.task_type,
    priority: row.priority,
    count: Number(row.count),
    entered: Number(row.entered),
  }));
}

export type TimeBucket = { le: number; count: number; seconds: number };

/** Runs by the bucket that their time falls into, each in one bucket alone. */
export async function selectProcessingTimes(tx: Transaction, accountId: string | null): Promise<TimeBucket[]> {
  const only = ofAccount(accountId);
  const rows = await tx.execute<{ le: number; count: string; seconds: number }>(sql`
    select le, sum(count) as count, sum(seconds) as seconds from (
      select le, count, seconds from processing_times ${only}
      union all select ${bucketOf(sql`seconds`)}, 1, seconds from processing_time_deltas ${only}
    ) parts group by 1 order by 1`);
  return rows.map((row) => ({ le: Number(row.le), count: Number(row.count), seconds: Number(row.seconds) }));
}

export type ModelCost = { model: string; phase: string; costUsd: number; inputTokens: number; outputTokens: number };

/** What models have cost since the beginning. */
export async function selectModelCosts(tx: Transaction, accountId: string | null): Promise<ModelCost[]> {
  const only = ofAccount(accountId);
  const rows = await tx.execute<Record<"model" | "phase" | "cost" | "input" | "output", string>>(sql`
    select model, phase, sum(cost_usd) as cost, sum(input_tokens) as input, sum(output_tokens) as output from (
      select model, phase, cost_usd, input_tokens, output_tokens from model_costs ${only}
      union all select model, phase, cost_usd, input_tokens, output_tokens from model_cost_deltas ${only}
    ) parts group by 1, 2 order by 1, 2`);
  return rows.map(({ model, phase, ...row }) => ({
    model,
    phase,
    costUsd: Number(row.cost),
    inputTokens: Number(row.input),
    outputTokens: Number(row.output),
  }));
}

/** Seconds that the longest waiting task has been in the queue; 0 when none waits. */
export async function selectOldestWait(tx: Transaction, accountId: string | null): Promise<number> {
  const account = accountId ? sql`and account_id = ${accountId}` : sql``;
  const rows = await tx.execute<{ seconds: string | null }>(sql`
    select extract(epoch from now() - min(queued_at)) as seconds from tasks where status = 'queued' ${account}`);
  return Math.max(0, Number(rows[0]?.seconds ?? 0));
}
