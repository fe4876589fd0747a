import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { bucketOf } from "#db/queries/measures.ts";
import { asSystem } from "#domain/context.ts";

/** Any number that no one else locks. */
const foldLock = 7_207_165_352;
/** Deltas of one kind that one run folds. */
const batch = sql`20000`;

/** Folds the counters' deltas into their bases; the sum of both is the same before, during and after. */
export async function foldTaskCounts(db: Database): Promise<void> {
  await asSystem(db, async (tx) => {
    // Two folders would lock the same base rows in different orders.
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${foldLock}) as held`);
    if (!lock?.held) return;
    await foldCounts(tx);
    await foldProcessingTimes(tx);
    await foldModelCosts(tx);
  });
}

async function foldCounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from task_count_deltas
      where id in (select id from task_count_deltas order by id limit ${batch})
      returning account_id, status, task_type, priority, delta, entered
    )
    insert into task_counts as base (account_id, status, task_type, priority, count, entered)
    select account_id, status, task_type, priority, sum(delta), sum(entered) from gone group by 1, 2, 3, 4
    on conflict (account_id, status, task_type, priority)
    do update set count = base.count + excluded.count, entered = base.entered + excluded.entered`);
}

async function foldProcessingTimes(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from processing_time_deltas
      where id in (select id from processing_time_deltas order by id limit ${batch})
      returning account_id, seconds
    )
    insert into processing_times as base (account_id, le, count, seconds)
    select account_id, ${bucketOf(sql`seconds`)}, count(*), sum(seconds) from gone group by 1, 2
    on conflict (account_id, le)
    do update set count = base.count + excluded.count, seconds = base.seconds + excluded.seconds`);
}

async function foldModelCosts(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from model_cost_deltas
      where id in (select id from model_cost_deltas order by id limit ${batch})
      returning account_id, model, phase, cost_usd, input_tokens, output_tokens
    )
    insert into model_costs as base (account_id, model, phase, cost_usd, input_tokens, output_tokens)
    select account_id, model, phase, sum(cost_usd), sum(input_tokens), sum(output_tokens) from gone group by 1, 2, 3
    on conflict (account_id, model, phase) do update set
      cost_usd = base.cost_usd + excluded.cost_usd,
      input_tokens = base.input_tokens + excluded.input_tokens,
      output_tokens = base.output_tokens + excluded.output_tokens`);
}
