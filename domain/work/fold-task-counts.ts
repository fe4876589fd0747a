import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { asSystem } from "#domain/context.ts";

/** Any number that no one else locks. */
const foldLock = 7_207_165_352;

/** Folds the counters' deltas into their base; the sum of both is the same before, during and after. */
export async function foldTaskCounts(db: Database): Promise<void> {
  await asSystem(db, async (tx) => {
    // Two folders would lock the same base rows in different orders.
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${foldLock}) as held`);
    if (!lock?.held) return;
    await tx.execute(sql`
      with gone as (
        delete from task_count_deltas
        where id in (select id from task_count_deltas order by id limit 20000)
        returning account_id, status, task_type, delta, entered
      )
      insert into task_counts as base (account_id, status, task_type, count, entered)
      select account_id, status, task_type, sum(delta), sum(entered) from gone group by 1, 2, 3
      on conflict (account_id, status, task_type)
      do update set count = base.count + excluded.count, entered = base.entered + excluded.entered`);
  });
}
